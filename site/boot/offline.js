// In the background, once Python answers: a copy of the page for when there is no network, and
// Python's memory for a quicker start next time.
//
// `sw.js` makes the copies and serves one of them. Here it is seen to that this happens, when it
// has ended, and that a newer copy is used only if the person says so. Where any of it is refused
// or fails, the page works as it did before.

import { isKept } from "./memory.js";

const OURS = `chn-self:${new URL("./", location.href).pathname}:`;
const WHOLE = new URL("whole", location.href).href;
const CHOSEN = `${OURS}chosen`;
const VERSION = new URL("chosen", location.href).href;

// About a second after a page with a worker has gone quiet, browsers look for a newer worker by
// themselves. The page looks after that, so that once it is done nobody looks any more. Chromium
// finds a page quiet only where a task runs: hence in steps.
const STEPS = 8;
const STEP = 500; // milliseconds

const root = document.documentElement;

const ready = new Promise((go) => {
  const look = () => "ready" in root.dataset && go();
  new MutationObserver(look).observe(root, { attributeFilter: ["data-ready"] });
  look();
});

async function copy() {
  if (navigator.serviceWorker.controller) await afterTheBrowser();
  const registration = await navigator.serviceWorker.register(address("copy"));
  if (registration.active) await registration.update();
  if (registration.installing) await ended(registration.installing);
}

// The page's policy takes no text for the address of a script, but for these.
const SCRIPTS = { copy: "sw.js", remember: new URL("./remember.js", import.meta.url).href };
const rules = { createScriptURL: (name) => SCRIPTS[name] };
const policy = globalThis.trustedTypes?.createPolicy("chn-worker", rules);
const address = (name) => policy?.createScriptURL(name) ?? SCRIPTS[name];

async function afterTheBrowser() {
  for (let step = 0; step < STEPS; step += 1) await new Promise((go) => setTimeout(go, STEP));
}

function ended(worker) {
  return new Promise((go) => {
    const look = () => ["activated", "redundant"].includes(worker.state) && go();
    worker.addEventListener("statechange", look);
    look();
  });
}

// Not where memory or bytes are dear. Browsers that do not say how much they have are not phones
// with little, or are told so by their settings.
const canRemember = () => !((navigator.deviceMemory ?? 8) < 4 || navigator.connection?.saveData);

async function remember() {
  if (!canRemember() || (await isKept())) return;
  const worker = new Worker(address("remember"), { type: "module" });
  await new Promise((go) => (worker.onmessage = worker.onerror = go));
  worker.terminate();
}

// The version of a whole copy that is not the one in use, if there is one.
async function newer() {
  const used = await (await caches.match(VERSION, { cacheName: CHOSEN }))?.text();
  for (const name of await caches.keys()) {
    const version = name.startsWith(OURS) && name !== CHOSEN && name.slice(OURS.length);
    if (!version || version === used) continue;
    if (await caches.match(WHOLE, { cacheName: name })) return version;
  }
  return null;
}

async function choose() {
  const version = await newer();
  if (!version) return;
  await (await caches.open(CHOSEN)).put(VERSION, new Response(version));
  for (const name of await caches.keys()) {
    const old = name.startsWith(OURS) && name !== CHOSEN && name !== OURS + version;
    if (old) await caches.delete(name);
  }
}

async function use() {
  await choose();
  location.reload();
}

const never = () => {};

chn.offline = {
  done: ready.then(copy).catch(never).then(remember).catch(never).then(newer).then(Boolean).catch(() => false),
  use,
};
chn.install = null;

// A version that does not start holds no map, and could never be asked to give way.
document.addEventListener("chn:failed", () => choose().catch(never));

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  chn.install = () => event.prompt().catch(never); // it may be asked once, and then no more
  ready.then(() => chn.receive({ press: "installable" }));
});
