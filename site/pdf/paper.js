// Lays a document of blocks (views/blocks.py) on A4 pages, tagged so that it can be read aloud.
//
// What is read stands in elements of structure, in the order in which it is drawn; what is only
// looked at (lines, grounds, signs, the foot of a page) is marked as an artifact. All lengths are
// in points; `pen.y` is where on the page the next thing goes.

import { aside, bar, frame, ground, inside, line, rule, sign, write } from "./ink.js";
import { APART, BESIDE, MM, QUIET, between, ready, stacked } from "./setting.js";
import { draw } from "./shapes.js";

const PAGE = { width: 210 * MM, height: 297 * MM };
const EDGE = { side: 14 * MM, top: 12 * MM, bottom: 14 * MM };
const END = PAGE.height - EDGE.bottom;
const ROOM = END - EDGE.top;
const GAP = { across: 7 * MM, down: 3.5 * MM };
const WORDS = { side: 3 * MM, down: 2 * MM }; // around what the person wants to be known
const FOOT = { size: 8, up: 8 * MM }; // the last line of a page, and how far up it is

// The document as the bytes of a PDF. The same document always gives the same bytes.
export function paper(PDFDocument, fonts, told) {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: told.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: told.title, CreationDate: new Date(`${told.made}T12:00:00Z`) },
  });
  // Not by pdfkit's own setting, which adds a list of glyphs that lacks the parts of accented ones.
  doc.appendXML(`<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
    <pdfuaid:part>1</pdfuaid:part></rdf:Description>`);
  doc.registerFont("plain", fonts.plain).registerFont("strong", fonts.strong);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const pen = { doc, root, y: EDGE.top };
  for (const parts of sideBySide(told.parts)) layParts(pen, parts);
  root.end();
  layFeet(doc, told.foot);
  return bytes(doc);
}

// Two narrow parts that follow each other share the width.
function* sideBySide(parts) {
  for (let at = 0; at < parts.length; at++) {
    const next = parts[at + 1];
    if (parts[at].wide || !next || next.wide) yield [parts[at]];
    else yield [parts[at], parts[++at]];
  }
}

// --- Parts --------------------------------------------------------------------------------------

function layParts(pen, parts) {
  const width = (PAGE.width - 2 * EDGE.side - GAP.across * (parts.length - 1)) / parts.length;
  const set = parts.map((part) => readyPart(pen.doc, part, width));
  const high = Math.max(...set.map((part) => part.high));
  if (parts.length > 1 && high > ROOM) {
    for (const part of parts) layParts(pen, [part]);
    return;
  }
  if (pen.y > EDGE.top) pen.y += GAP.down;
  if (high <= ROOM && !parts[0].columns && !parts[0].loose) keep(pen, high);
  const x = (i) => EDGE.side + i * (width + GAP.across);
  abreast(pen, set.map((part, i) => () => layPart(pen, part, x(i))));
}

function readyPart(doc, part, width) {
  const edge = part.look === "words" ? WORDS : { side: 0, down: 0 };
  const inner = width - 2 * edge.side;
  const column = (inner - GAP.across) / 2;
  const look = part.look || (part.columns ? "list" : "");
  const wide = ({ tag }) => (part.columns && tag === "LI" ? column : inner);
  const blocks = part.blocks.map((block) => ready(doc, block, look, wide(block)));
  const high = stacked(blocks) + 2 * edge.down;
  return { ...part, edge, width, inner, column: part.columns ? column : 0, blocks, high };
}

function layPart(pen, part, left) {
  const { doc } = pen;
  const x = left + part.edge.side;
  const section = inside(doc, pen.root, "Sect");
  const whole = part.high <= ROOM;
  if (part.edge.side && whole) aside(doc, () => ground(doc, left, pen.y, part.width, part.high));
  pen.y += part.edge.down;
  for (let at = 0; at < part.blocks.length; at++) {
    const block = part.blocks[at];
    if (at) pen.y += between(part.blocks[at - 1], block);
    if (block.tag === "LI") {
      const items = listFrom(part.blocks, at);
      layList(pen, section, items, x, part.column);
      at += items.length - 1;
    } else if (block.shapes) {
      layFigure(pen, section, block, x);
    } else {
      keep(pen, withNext(block, part.blocks[at + 1]));
      layBlock(pen, section, block, x, part.inner);
    }
  }
  pen.y += part.edge.down;
  section.end();
}

// Things that begin side by side; what comes next is below the longest of them.
function abreast(pen, lays) {
  const top = pen.y;
  const ends = lays.map((lay, i) => {
    if (i) pen.y = top;
    lay();
    return pen.y;
  });
  pen.y = Math.max(...ends);
}

function listFrom(blocks, from) {
  const end = blocks.findIndex(({ tag }, at) => at > from && tag !== "LI");
  return blocks.slice(from, end < 0 ? blocks.length : end);
}

// A heading is never the last thing on a page.
function withNext(block, next) {
  if (block.tag === "P" || !next) return 0;
  return block.high + between(block, next) + Math.min(next.high, ROOM / 2);
}

// What is kept together goes on a new page where this one has no room for it.
function keep(pen, high) {
  if (pen.y > EDGE.top && pen.y + high > END) turn(pen);
}

function turn(pen) {
  pen.doc.addPage();
  pen.y = EDGE.top;
}

// --- Blocks -------------------------------------------------------------------------------------

function layBlock(pen, parent, block, x, width) {
  const { doc } = pen;
  if (block.side) aside(doc, () => frame(doc, x, pen.y, width, block.high));
  pen.y += block.down;
  block.paragraphs.forEach(({ tag, rows, barred }, nth) => {
    const element = inside(doc, parent, tag);
    rows.forEach((row, at) => {
      keep(pen, row.leading);
      const { y } = pen;
      if (barred) aside(doc, () => bar(doc, x + row.indent - APART, y, row.leading));
      const begins = nth + at === 0;
      if (block.mark && begins) aside(doc, () => sign(doc, block.mark, x, y + row.leading / 2));
      element.add(() => write(doc, row, x + row.indent, y));
      pen.y += row.leading;
    });
    element.end();
  });
  pen.y += block.down + block.rule;
  if (block.rule) aside(doc, () => rule(doc, x, pen.y, width));
}

function layFigure(pen, section, block, x) {
  const { doc } = pen;
  keep(pen, block.high);
  const { y } = pen;
  const bbox = [x, y, x + block.wide, y + block.deep];
  const element = inside(doc, section, "Figure", { alt: block.alt, bbox });
  element.add(() => draw(doc, block.shapes, x, y, block.wide));
  element.end();
  block.beside.forEach((one, at) => {
    if (at) pen.y += between(block.beside[at - 1], one);
    layBlock(pen, section, one, x + block.wide + BESIDE, 0);
  });
  pen.y = y + block.high;
}

// The items of a list, in one column or, if it is told how wide, in two.
function layList(pen, section, items, x, column) {
  const list = inside(pen.doc, section, "L");
  const lay = (some, at) => () => layItems(pen, list, some, at);
  if (!column) lay(items, x)();
  for (let left = column ? items : []; left.length; ) {
    const [first, both] = shared(left, END - pen.y);
    if (both) {
      const second = lay(left.slice(first, both), x + column + GAP.across);
      abreast(pen, [lay(left.slice(0, first), x), second]);
      left = left.slice(both);
    } else if (pen.y === EDGE.top) {
      lay(left.slice(0, 1), x)(); // it is longer than a page
      left = left.slice(1);
    }
    if (left.length) turn(pen);
  }
  list.end();
}

// How many items go into the first of two columns, and into both: all of them, as evenly as can be,
// or as many as there is room for.
function shared(items, room) {
  let sum = 0;
  const gap = (at) => (at ? between(items[at - 1], items[at]) : 0);
  const ends = items.map(({ high }, at) => (sum += gap(at) + high));
  const fit = (from, room) => {
    const high = (at) => ends[at] - ends[from] + items[from].high;
    const after = ends.findIndex((_, at) => at >= from && high(at) > room);
    return after < 0 ? items.length : after;
  };
  const both = (high) => [fit(0, high), fit(fit(0, high), high)];
  const even = ends.find((high) => high <= room && both(high)[1] === items.length);
  return both(even ?? room);
}

function layItems(pen, list, items, x) {
  items.forEach((item, at) => {
    if (at) pen.y += between(items[at - 1], item);
    const entry = inside(pen.doc, list, "LI");
    const body = inside(pen.doc, entry, "LBody");
    layBlock(pen, body, item, x, 0);
    body.end();
    entry.end();
  });
}

// --- The whole ----------------------------------------------------------------------------------

function layFeet(doc, told) {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    doc.font("plain").fontSize(FOOT.size).fillColor(QUIET);
    const text = told.replace("{page}", page + 1).replace("{pages}", count);
    aside(doc, () => line(doc, text, EDGE.side, PAGE.height - FOOT.up), "Pagination");
  }
}

async function bytes(doc) {
  const chunks = [];
  await new Promise((resolve, reject) => {
    doc.on("data", (chunk) => chunks.push(chunk)).on("end", resolve).on("error", reject);
    doc.end();
  });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
