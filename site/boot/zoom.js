// The picture larger or smaller, in a frame that scrolls: by buttons, or by two fingers.

import { frame, onFrame } from "./frame.js";

const MOST = 4;
const STEP = 1.5;

export function zoom() {
  return Number(frame()?.style.getPropertyValue("--zoom")) || 1;
}

// Show the picture at a scale, 1 being all of it. The point at x, y of the window stays there; with
// none it is the middle of the picture that does, and what is beneath the frame stays in its place.
export function zoomTo(wanted, at) {
  const shown = frame();
  const before = zoom();
  const scale = Math.min(Math.max(wanted, 1), MOST);
  if (scale === before) return;
  const box = shown.getBoundingClientRect();
  const [x, y] = at ? [at.x - box.left, at.y - box.top] : [box.width / 2, box.height / 2];
  const across = ((shown.scrollLeft + x) * scale) / before;
  const down = ((shown.scrollTop + y) * scale) / before;
  if (before === 1) shown.style.setProperty("--frame", `${box.height}px`);
  shown.style.setProperty("--zoom", scale);
  shown.toggleAttribute("data-zoomed", scale > 1);
  // Enlarged, it is no taller than leaves some of the page to be seen.
  const now = shown.getBoundingClientRect();
  const seen = at && y < now.height ? y : now.height / 2;
  shown.scrollTo({ left: across - x, top: down - seen, behavior: "instant" });
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

// With nothing on the map there are no buttons that would make it smaller again.
document.addEventListener("chn:shown", () => {
  if (!document.querySelector("[data-zoom]")) zoomTo(1);
});
