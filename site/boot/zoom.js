// The picture larger or smaller, in a frame that scrolls: by buttons, or by two fingers.

const MOST = 4;
const STEP = 1.5;

const frame = () => document.getElementById("map-frame");

export function zoom() {
  return Number(frame()?.style.getPropertyValue("--zoom")) || 1;
}

// Show the picture at a scale, 1 being all of it; the point at x, y of the window stays there.
export function zoomTo(wanted, at) {
  const shown = frame();
  const before = zoom();
  const scale = Math.min(Math.max(wanted, 1), MOST);
  if (scale === before) return;
  const box = shown.getBoundingClientRect();
  const [x, y] = at ? [at.x - box.left, at.y - box.top] : [box.width / 2, box.height / 2];
  const left = ((shown.scrollLeft + x) * scale) / before - x;
  const top = ((shown.scrollTop + y) * scale) / before - y;
  if (before === 1) shown.style.setProperty("--frame", `${box.height}px`);
  shown.style.setProperty("--zoom", scale);
  shown.toggleAttribute("data-zoomed", scale > 1);
  shown.scrollTo({ left, top, behavior: "instant" });
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

document.addEventListener("touchstart", ({ target, touches }) => {
  const ours = touches.length === 2 && target.closest?.("#map-frame");
  pinch = ours ? { from: spread(touches), scale: zoom() } : null;
});

document.addEventListener(
  "touchmove",
  (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault(); // the browser would enlarge the whole page
    const [a, b] = event.touches;
    const middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
    zoomTo((pinch.scale * spread(event.touches)) / pinch.from, middle);
  },
  { passive: false },
);
