// Reading aloud, only when it is asked for, by a voice that is on this device.
//
// A voice that is elsewhere would be sent the words, so none is used: the browser has to say that a
// voice is its own, and some that it calls so bear in their name that they are not.

const ELSEWHERE = /network|online|cloud/i;
// What holds text of its own, and is read as one.
const SPOKEN = `:is(h1, h2, h3, h4, p, li, dt, dd, legend, label, button, summary, figcaption, td, th),
  :is(div, .offer__ways) > a`;
const PASSED_OVER = ".row__acts, [aria-hidden]"; // what is on every row, and what is drawn

const speech = globalThis.speechSynthesis;
const root = document.documentElement;
const bar = document.getElementById("aloud");
const button = bar.querySelector("button");
const note = document.querySelector("[data-no-voice]");
let at = null; // the screen that is being read
let turn = 0; // a reading that was stopped must not end the next

const plain = (language) => language.replace("_", "-").toLowerCase();

// The voice to read with: the browser's own choice first, else any of the language.
function voice() {
  const wanted = plain(root.lang).split("-")[0];
  const here = (speech?.getVoices() ?? []).filter(
    ({ localService, lang, name, voiceURI }) =>
      localService && plain(lang).split("-")[0] === wanted && !ELSEWHERE.test(name + voiceURI),
  );
  return here.find((one) => one.default) ?? here[0];
}

function show() {
  const asked = "aloud" in root.dataset;
  bar.hidden = !(asked && voice());
  note.textContent = asked && !voice() ? note.dataset.noVoice : "";
  if (bar.hidden) stop();
  button.textContent = at === null ? button.dataset.read : button.dataset.stop;
}

// Which screen it is; an answer that is pressed on it is no other one.
function screen() {
  const { at = 0, editing = null } = history.state ?? {};
  return [location.href, at, editing, document.querySelector("main h1")?.textContent].join(" ");
}

// Folds that are closed are not there yet. Older browsers say less about what is seen.
function seen(element) {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}

// From the top, each text once; of an answer also that it was chosen.
function* texts() {
  for (const element of document.getElementById("main").querySelectorAll(SPOKEN)) {
    const text = element.innerText.trim();
    const passed = element.querySelector(SPOKEN) || element.closest(PASSED_OVER);
    if (passed || !text || !seen(element)) continue;
    const chosen = element.getAttribute("aria-pressed") === "true";
    yield chosen ? `${text}, ${button.dataset.chosen}` : text;
  }
}

function start() {
  const reading = (turn += 1);
  const all = [...texts()].map((text) => new SpeechSynthesisUtterance(text));
  const with_ = voice();
  for (const one of all) Object.assign(one, { voice: with_, lang: with_.lang });
  const over = () => reading === turn && stop();
  all.at(-1).addEventListener("end", over);
  at = screen();
  for (const one of all) {
    one.addEventListener("error", over);
    speech.speak(one);
  }
  show();
}

function stop() {
  if (at === null) return;
  at = null;
  turn += 1;
  speech.cancel();
  show();
}

button.addEventListener("click", () => (at === null ? start() : stop()));

// Another screen, Help or the way out, another tab, or a phone that is put away.
document.addEventListener("chn:shown", () => at !== screen() && stop());
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-help], [data-leave], [data-erase], a[href]")) stop();
});
document.addEventListener("keydown", ({ key }) => key === "Escape" && stop());
document.addEventListener("visibilitychange", () => document.hidden && stop());
addEventListener("pagehide", stop);

document.addEventListener("chn:eased", show);
speech?.addEventListener?.("voiceschanged", show); // browsers find their voices after a while
show();
