// The picture larger or smaller, in a frame that scrolls: by buttons, or by two fingers.

import { frame, onFrame } from "./frame.js";

const MOST = 4;
const STEP = 1.5;

// As it was left, for whoever comes back from changing the chosen one.
let last = 1;

const chosen = () => frame().querySelector('[aria-selected="true"]');

export function zoom() {
  return Number(frame()?.style.getPropertyValue("--zoom")) || 1;
}

// What is looked at: the one that was chosen, or else the middle of what is shown.
function looked() {
  const { left, top, width, height } = (chosen() ?? frame()).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

// Show the picture at a scale, 1 being all of it. The point at x, y of the window stays there; with
// none, what is looked at comes to the middle, and what is beneath the frame stays in its place.
export function zoomTo(wanted, at) {
  const shown = frame();
  const before = zoom();
  const scale = Math.min(Math.max(wanted, 1), MOST);
  if (scale === before) return;
  const box = shown.getBoundingClientRect();
  const point = at ?? looked();
  const [x, y] = [point.x - box.left, point.y - box.top];
  const across = ((shown.scrollLeft + x) * scale) / before;
  const down = ((shown.scrollTop + y) * scale) / before;
  if (before === 1) shown.style.setProperty("--frame", `${box.height}px`);
  shown.style.setProperty("--zoom", scale);
  shown.toggleAttribute("data-zoomed", scale > 1);
  last = scale;
  // Enlarged, it is no taller than leaves some of the page to be seen.
  const now = shown.getBoundingClientRect();
  const seen = at && y < now.height ? y : now.height / 2;
  const along = at ? x : box.width / 2;
  shown.scrollTo({ left: across - along, top: down - seen, behavior: "instant" });
  if (now.height === box.height) return;
  const moved = at ? now.top + down - shown.scrollTop - at.y : now.bottom - box.bottom;
  scrollBy({ top: moved, behavior: "instant" });
}

export const canZoom = () => zoom() < MOST;

document.addEventListener("click", ({ target }) => {
  switch (target.closest("[data-zoom]")?.dataset.zoom) {
    case "in":
      return zoomTo(zoom() * STEP);
    case "out":
      return zoomTo(zoom() / STEP);
    case "whole":
      return zoomTo(1);
  }
});

let pinch = null;

function spread([a, b]) {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

onFrame("touchstart", ({ touches }) => {
  pinch = touches.length === 2 ? { from: spread(touches), scale: zoom() } : null;
});

onFrame("touchmove", (event) => {
  if (!pinch || event.touches.length !== 2) return;
  event.preventDefault(); // the browser would enlarge the whole page
  const [a, b] = event.touches;
  const middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
  zoomTo((pinch.scale * spread(event.touches)) / pinch.from, middle);
});

document.addEventListener("chn:shown", () => {
  if (!frame()) return;
  // With nothing on the map there are no buttons that would make it smaller again.
  if (!document.querySelector("[data-zoom]")) zoomTo(1);
  else if (chosen()) zoomTo(last);
  else last = zoom();
});
