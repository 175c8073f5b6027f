// The picture by keys: one stop for Tab, arrows walk it from You to the kinds and along each,
// letters jump to a name, Enter opens what can be done.

const ITEM = '[role="treeitem"]';

// What can be done with the chosen one lies over the foot of the window, and must not lie over this.
function intoSight(item) {
  const panel = document.getElementById("chosen");
  const over = panel && getComputedStyle(panel).position === "sticky";
  item.style.scrollMarginBottom = over ? `${panel.offsetHeight + 16}px` : "";
  item.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function onto(item) {
  if (!item) return;
  item.focus({ preventScroll: true });
}

// The one that Tab comes to is the one where the person was last.
function keepStop(item) {
  const tree = item.closest('[role="tree"]');
  for (const stop of tree.querySelectorAll(`${ITEM}[tabindex="0"]`)) stop.tabIndex = -1;
  item.tabIndex = 0;
}

function startingWith(letter, all, at) {
  const wanted = letter.toLocaleLowerCase();
  const names = (item) => item.getAttribute("aria-label").toLocaleLowerCase();
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((item) => names(item).startsWith(wanted));
}

// The ego is on the first, kinds on the second, connections on the third.
const level = (item) => Number(item?.getAttribute("aria-level") ?? 0);

// Where a key leads, or undefined if it is none of ours.
function next(key, item) {
  const all = [...item.closest('[role="tree"]').querySelectorAll(ITEM)];
  const at = all.indexOf(item);
  const inward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const outward = inward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowDown":
      return all[at + 1] ?? item;
    case "ArrowUp":
      return all[at - 1] ?? item;
    case inward:
      return level(all[at + 1]) > level(item) ? all[at + 1] : item;
    case outward:
      return all.slice(0, at).findLast((other) => level(other) < level(item)) ?? item;
    case "Home":
      return all[0];
    case "End":
      return all.at(-1);
    default:
      return [...key].length === 1 && key !== " " ? (startingWith(key, all, at) ?? item) : undefined;
  }
}

document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.(ITEM);
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const { connection } = item.dataset;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (event.repeat) return;
    if (connection !== undefined) chn.receive({ press: "look", of: connection });
    return;
  }
  const to = next(event.key, item);
  if (!to) return;
  event.preventDefault();
  onto(to);
});

// A press that comes from no pointer is a screen reader's: it leads on to what can be done, as Enter
// does, since nothing tells its reader of what comes elsewhere on the page.
addEventListener(
  "click",
  (event) => {
    const { connection } = event.target.closest?.(ITEM)?.dataset ?? {};
    if (connection === undefined || event.detail) return;
    event.stopImmediatePropagation();
    chn.receive({ press: "look", of: connection });
  },
  { capture: true },
);

// What is under a finger or a mouse is in sight, and must not move away before the press is over.
let pressing = false;
for (const [type, now] of [["pointerdown", true], ["click", false], ["keydown", false]]) {
  addEventListener(type, () => (pressing = now), { capture: true });
}

document.addEventListener("focusin", ({ target }) => {
  if (target.matches(ITEM)) keepStop(target);
  if (target.matches(`${ITEM}, [data-zoom]`) && !pressing) intoSight(target);
});

// In the list the chosen one is seen as well; the list itself need not be made anew for that.
function markRow(id) {
  document.querySelector(".row--chosen")?.classList.remove("row--chosen");
  if (id) document.getElementById(id)?.classList.add("row--chosen");
}

let seen = null; // the one that was chosen when the screen was shown last

document.addEventListener("chn:shown", () => {
  const tree = document.querySelector('[role="tree"]');
  const chosen = tree?.querySelector('[aria-selected="true"]');
  if (chosen && chosen.id !== seen) intoSight(chosen);
  seen = chosen?.id ?? null;
  markRow(document.getElementById("chosen")?.dataset.row);
  // The one that was the stop for Tab may have been taken off the map.
  if (tree && !tree.querySelector(`${ITEM}[tabindex="0"]`)) tree.querySelector(ITEM).tabIndex = 0;
});

// Opened further it is taller, and must not lie over the chosen one either.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.id !== "chosen-more" || !target.open) return;
    const mark = document.querySelector('#map-frame [aria-selected="true"]');
    if (mark) intoSight(mark);
  },
  { capture: true },
);

// Escape closes what was opened from the picture.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest?.("[data-look-away]")) {
    event.preventDefault();
    chn.receive({ press: "look-away" });
  }
});
