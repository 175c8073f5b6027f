// The picture by mouse, pen or finger: a mark dragged to another ring or place on it, as an extra.
//
// A finger or a pen drags only the mark that is chosen, so that nobody moves one who meant to scroll.
// Escape puts it back. What a drag comes to is one record, and so one Undo.

import { onFrame } from "./frame.js";
import { canZoom, zoom, zoomTo } from "./zoom.js";

const SLACK = 8; // pixels that a press may wander and still be a press
const REACH = 24; // pixels that a press may miss a mark by
const LEAST = 16; // pixels across below which a mark is too small for a finger
const BEYOND = 1.35; // radii from the middle, past which a drop is no place on the map

const MARK = "#map-frame .map-mark";
const ON_RING = ".map-in-1, .map-in-2, .map-in-3";

let drag = null;
let pointer = "mouse";
let spent = false; // the press under way was a drag: the click that ends it is no press

const place = (mark) => mark.getAttribute("transform").match(/-?[\d.]+/g).map(Number);

function inUnits(svg, { clientX, clientY }) {
  const point = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [point.x, point.y];
}

// How far out a point is, in radii, and at which angle, clockwise.
function polar(svg, [x, y]) {
  const [middleX, middleY, across, down] = svg.dataset.ground.split(" ").map(Number);
  const [right, below] = [(x - middleX) / across, (y - middleY) / down];
  return { share: Math.hypot(right, below), angle: Math.atan2(below, right), across };
}

// The ring that a mark would come to at a point: its ellipse, if it is drawn, and which closeness
// it stands for. Outside of all three is no ring for what has none; what has one stays on the last.
function ringAt(svg, mark, point) {
  const { share, across } = polar(svg, point);
  if (share > BEYOND) return null;
  const rings = [...svg.querySelectorAll("[data-ring]")].filter(({ dataset }) => dataset.ring > 0);
  if (!rings.length) return { closeness: Math.min(Math.ceil(share * 3) || 1, 3) };
  const inside = rings.find((ring) => share <= ring.rx.baseVal.value / across);
  if (!inside && !mark.matches(ON_RING)) return null;
  const drawn = inside ?? rings.at(-1);
  return { drawn, closeness: Number(drawn.dataset.ring) };
}

// How far into its sector an angle is; outside of it, at the end that is nearer.
function within(svg, kind, angle) {
  const [from, span] = svg.querySelector(`#at-${kind}`).dataset.turn.split(" ").map(Number);
  const turned = (((angle - from) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  return turned > Math.PI + span / 2 ? turned - 2 * Math.PI : turned;
}

// The one of its kind that comes after the point, clockwise: angles are in the order of the list.
function following(svg, mark, point) {
  const { kind } = mark.dataset;
  const turned = (at) => within(svg, kind, polar(svg, at).angle);
  const at = turned(point);
  return [...svg.querySelectorAll(`.map-mark.map-${kind}`)]
    .filter((other) => other !== mark && turned(place(other)) > at)
    .sort((a, b) => turned(place(a)) - turned(place(b)))[0];
}

function begin() {
  drag.moving = true;
  drag.mark.setPointerCapture(drag.pointer);
  drag.mark.classList.add("map-dragged");
  drag.svg.classList.add("map-dragging");
}

function light(ring) {
  drag.svg.querySelector(".map-over")?.classList.remove("map-over");
  ring?.drawn?.classList.add("map-over");
}

function follow(event) {
  const at = inUnits(drag.svg, event);
  drag.ring = ringAt(drag.svg, drag.mark, at);
  drag.at = at;
  drag.mark.setAttribute("transform", `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`);
  light(drag.ring);
}

function end(dropped) {
  const { mark, svg, moving, home, ring, at } = drag;
  if (moving) {
    light(null);
    mark.classList.remove("map-dragged");
    svg.classList.remove("map-dragging");
    const before = dropped && ring ? following(svg, mark, at) : null;
    mark.setAttribute("transform", home);
    if (dropped && ring) {
      const value = `${ring.closeness}=${before?.dataset.connection ?? ""}`;
      chn.receive({ press: "put", of: mark.dataset.connection, value });
    }
  }
  spent = moving;
  drag = null;
}

document.addEventListener("pointerdown", (event) => {
  pointer = event.pointerType;
  spent = false;
  if (drag) return end(false); // another finger: this is no drag
  const mark = event.target.closest?.(MARK);
  if (!mark || event.button !== 0 || !event.isPrimary) return;
  if (pointer !== "mouse" && !mark.matches(".map-chosen")) return;
  const svg = mark.ownerSVGElement;
  const { clientX: x, clientY: y, pointerId } = event;
  drag = { mark, svg, x, y, pointer: pointerId, home: mark.getAttribute("transform") };
});

document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!event.buttons) return end(false); // it was let go where the page could not see it
  if (!drag.moving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return;
  if (!drag.moving) begin();
  follow(event);
});

// What drags must not scroll as well; what browsers make of `touch-action` in SVG differs.
onFrame("touchmove", (event) => {
  if (drag && event.cancelable) event.preventDefault();
});

document.addEventListener("pointerup", (event) => {
  if (event.pointerId === drag?.pointer) end(true);
});

document.addEventListener("pointercancel", (event) => {
  if (event.pointerId === drag?.pointer) end(false);
});

document.addEventListener(
  "keydown",
  (event) => {
    if (!drag?.moving || event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end(false);
  },
  { capture: true },
);

// The mark that a press on the picture just misses, if there is one.
function nearest(svg, event) {
  const [x, y] = inUnits(svg, event);
  const scale = svg.getScreenCTM().a;
  const away = (mark) => Math.hypot(place(mark)[0] - x, place(mark)[1] - y) * scale;
  const [first] = [...svg.querySelectorAll(".map-mark")].sort((a, b) => away(a) - away(b));
  return first && away(first) <= REACH ? first : null;
}

// Where marks are too small for a finger, a press brings them nearer first. A press that just
// misses a mark means it; the second press of a shaky hand means nothing.
addEventListener(
  "click",
  (event) => {
    if (spent && event.detail) {
      spent = false;
      return event.stopImmediatePropagation();
    }
    const svg = event.target.closest?.("#map-frame .map");
    if (!svg || event.detail !== 1) return;
    const size = 2 * svg.dataset.mark * svg.getScreenCTM().a;
    if (pointer === "touch" && size < LEAST && canZoom()) {
      event.stopImmediatePropagation();
      zoomTo((zoom() * REACH) / size, { x: event.clientX, y: event.clientY });
    } else if (!event.target.closest(".map-mark")) {
      const mark = nearest(svg, event);
      if (mark) chn.receive({ press: "select", of: mark.dataset.connection });
    }
  },
  { capture: true },
);
