// What is put on a page of a PDF: elements of structure, rows of text, and what is only looked at.

import { HUES, INK, QUIET } from "./setting.js";

const LINE = "#d9ddd8";
const WASH = "#e6f0f1";
const THICK = { bar: 2.25, rule: 1.5 };
const HALF_A_CAPITAL = 0.357; // of the size of the fonts
const SIGN = { x: 4, half: 2.6 }; // from the edge of its item

// A new element of structure within another.
export function inside(doc, parent, tag, options = {}) {
  const element = doc.struct(tag, options);
  parent.add(element);
  return element;
}

// Something that is only looked at, which nobody is read.
export function aside(doc, act, type = "Layout") {
  doc.markContent("Artifact", { type });
  act();
  doc.endMarkedContent();
}

export function write(doc, { pieces, size, leading }, x, y) {
  doc.fontSize(size);
  for (const { run, text, wide } of pieces) {
    doc.font(run.font).fillColor(run.color);
    line(doc, text, x, y + leading / 2 + size * HALF_A_CAPITAL);
    x += wide;
  }
}

// One line of text on its baseline.
export function line(doc, text, x, y) {
  doc.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
}

export function bar(doc, x, y, high) {
  doc.rect(x, y, THICK.bar, high).fill(HUES.person);
}

export function rule(doc, x, y, width) {
  doc.rect(x, y - THICK.rule, width, THICK.rule).fill(LINE);
}

// Around what the person wants to be known, and around whether it may be kept in a record.
export function ground(doc, x, y, width, high) {
  doc.roundedRect(x, y, width, high, 6).lineWidth(0.75).fillAndStroke(WASH, QUIET);
}

export function frame(doc, x, y, width, high) {
  doc.roundedRect(x, y, width, high, 5).lineWidth(1.5).stroke(INK);
}

// The sign of a kind, as in the picture, before the first row of an item.
export function sign(doc, kind, left, y) {
  const { half } = SIGN;
  const x = left + SIGN.x;
  doc.save();
  if (kind === "activity") doc.rotate(45, { origin: [x, y] });
  if (kind === "person") doc.circle(x, y, half);
  else doc.rect(x - half, y - half, 2 * half, 2 * half);
  doc.fill(HUES[kind]).restore();
}
