// Lays a document of blocks (views/blocks.py) on A4 pages, tagged so that it can be read aloud.
//
// What is read stands in elements of structure, in the order in which it is drawn; what is only
// looked at (lines, grounds, signs, the foot of a page) is marked as an artifact. All lengths are
// in points.

import { APART, BESIDE, HUES, INK, MM, QUIET, between, ready, stacked } from "./setting.js";
import { draw } from "./shapes.js";

const PAGE = { width: 210 * MM, height: 297 * MM };
const EDGE = { side: 14 * MM, top: 12 * MM, bottom: 14 * MM };
const ROOM = PAGE.height - EDGE.top - EDGE.bottom;
const GAP = { across: 7 * MM, down: 3.5 * MM };
const WORDS = { side: 3 * MM, down: 2 * MM }; // around what the person wants to be known
const BAR = 2.25; // how thick the line before own words is
const RULE = 1.5; // and that under a heading
const FOOT = 8 * MM; // from the edge of the page to its last line
const HALF_A_CAPITAL = 0.357; // of the size, in Noto Sans
const LINE = "#d9ddd8";
const WASH = "#e6f0f1";

// The document as the bytes of a PDF; `fonts` are the bytes of two.
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
  for (const parts of lines(told.parts)) layLine(pen, parts);
  root.end();
  foot(doc, told.foot);
  return bytes(doc);
}

// Two narrow parts that follow each other share a line.
function* lines(parts) {
  for (let at = 0; at < parts.length; at++) {
    if (parts[at].wide || !parts[at + 1] || parts[at + 1].wide) yield [parts[at]];
    else yield [parts[at], parts[++at]];
  }
}

function layLine(pen, parts) {
  const width = (PAGE.width - 2 * EDGE.side - GAP.across * (parts.length - 1)) / parts.length;
  const set = parts.map((part) => readyPart(pen.doc, part, width));
  const high = Math.max(...set.map((part) => part.high));
  if (parts.length > 1 && high > ROOM) {
    for (const part of parts) layLine(pen, [part]);
    return;
  }
  if (pen.y > EDGE.top) pen.y += GAP.down;
  if (high <= ROOM && !parts[0].columns && !parts[0].loose) keep(pen, high);
  const top = pen.y;
  const ends = set.map((part, i) => {
    if (i) pen.y = top;
    layPart(pen, part, EDGE.side + i * (width + GAP.across));
    return pen.y;
  });
  pen.y = parts.length > 1 ? Math.max(...ends) : pen.y;
}

function readyPart(doc, part, width) {
  const edge = part.look === "words" ? WORDS : { side: 0, down: 0 };
  const inner = width - 2 * edge.side;
  const column = (inner - GAP.across) / 2;
  const narrow = ({ tag }) => part.columns && tag === "LI";
  const look = part.look || (part.columns ? "list" : "");
  const blocks = part.blocks.map((one) => ready(doc, one, look, narrow(one) ? column : inner));
  return { ...part, edge, width, inner, column, blocks, high: stacked(blocks) + 2 * edge.down };
}

// What is kept together goes on a new page where this one has no room for it.
function keep(pen, high) {
  if (pen.y > EDGE.top && pen.y + high > EDGE.top + ROOM) turn(pen);
}

function turn(pen) {
  pen.doc.addPage();
  pen.y = EDGE.top;
}

function layPart(pen, part, left) {
  const x = left + part.edge.side;
  const section = inside(pen, pen.root, "Sect");
  if (part.edge.side && part.high <= ROOM) aside(pen, () => ground(pen, left, part));
  pen.y += part.edge.down;
  for (let at = 0; at < part.blocks.length; at++) {
    const block = part.blocks[at];
    if (at) pen.y += between(part.blocks[at - 1], block);
    if (block.tag === "LI") {
      const items = upTo(part.blocks, at, ({ tag }) => tag !== "LI");
      layList(pen, section, items, x, part.columns ? part.column : 0);
      at += items.length - 1;
    } else if (block.shapes) {
      layFigure(pen, section, block, x);
    } else {
      keep(pen, headed(block, part.blocks[at + 1]));
      layBlock(pen, section, block, x, part.inner);
    }
  }
  pen.y += part.edge.down;
  section.end();
}

function upTo(blocks, from, isAfter) {
  const end = blocks.findIndex((block, i) => i > from && isAfter(block));
  return blocks.slice(from, end < 0 ? blocks.length : end);
}

// A heading stays with the first of what it is about; other blocks may go on overleaf.
function headed(block, next) {
  if (block.tag === "P" || !next) return 0;
  return block.high + between(block, next) + Math.min(next.high, ROOM / 2);
}

// The items of a list, in one column or, if it is given how wide, in two.
function layList(pen, section, items, x, column) {
  const list = inside(pen, section, "L");
  const room = () => EDGE.top + ROOM - pen.y;
  for (let left = items; left.length; ) {
    const [first, all] = column ? shared(left, room()) : [left.length, left.length];
    if (!all && pen.y > EDGE.top) {
      turn(pen);
      continue;
    }
    const top = pen.y;
    const end = layItems(pen, list, left.slice(0, first || 1), x); // one may be longer than a page
    if (first < all) {
      pen.y = top;
      pen.y = Math.max(end, layItems(pen, list, left.slice(first, all), x + column + GAP.across));
    }
    left = left.slice(all || 1);
  }
  list.end();
}

function layItems(pen, list, items, x) {
  items.forEach((item, i) => {
    if (i) pen.y += between(items[i - 1], item);
    const entry = inside(pen, list, "LI");
    const body = inside(pen, entry, "LBody");
    layBlock(pen, body, item, x);
    body.end();
    entry.end();
  });
  return pen.y;
}

// How many items go into the first of two columns, and into both: all, as evenly as can be, or as
// many as there is room for.
function shared(items, room) {
  const fit = (from, high) => {
    let count = 0;
    while (from + count < items.length && stacked(items.slice(from, from + count + 1)) <= high) count++;
    return count;
  };
  const both = (high) => [fit(0, high), fit(0, high) + fit(fit(0, high), high)];
  const heights = items.map((_, i) => stacked(items.slice(0, i + 1)));
  const least = heights.find((high) => high <= room && both(high)[1] === items.length);
  return both(least ?? room);
}

function layBlock(pen, parent, block, x, width) {
  const { doc } = pen;
  if (block.box) aside(pen, () => framed(doc, x, pen.y, width, block.high));
  pen.y += block.box?.down ?? 0;
  for (const { tag, rows, bar } of block.paragraphs) {
    const element = inside(pen, parent, tag);
    for (const row of rows) {
      keep(pen, row.leading);
      const first = row === block.paragraphs[0].rows[0];
      if (first && block.mark) aside(pen, () => sign(doc, block.mark, x, middle(pen, row)));
      if (bar) aside(pen, () => doc.rect(x + row.indent - APART, pen.y, BAR, row.leading).fill(HUES.person));
      element.add(() => write(doc, row, x + row.indent, middle(pen, row)));
      pen.y += row.leading;
    }
    element.end();
  }
  pen.y += block.box?.down ?? 0;
  if (block.rule) {
    aside(pen, () => doc.rect(x, pen.y + block.rule - RULE, width, RULE).fill(LINE));
    pen.y += block.rule;
  }
}

function layFigure(pen, section, block, x) {
  const { doc, y } = pen;
  const bbox = [x, y, x + block.wide, y + block.deep];
  const element = doc.struct("Figure", { alt: block.alt, bbox });
  section.add(element);
  element.add(() => draw(doc, block.shapes, x, y, block.wide));
  element.end();
  block.beside.forEach((one, i) => {
    if (i) pen.y += between(block.beside[i - 1], one);
    layBlock(pen, section, one, x + block.wide + BESIDE);
  });
  pen.y = y + block.high;
}

// --- Marks on the page --------------------------------------------------------------------------

function inside({ doc }, parent, tag) {
  const element = doc.struct(tag);
  parent.add(element);
  return element;
}

// Something that is only looked at.
function aside({ doc }, act, type = "Layout") {
  doc.markContent("Artifact", { type });
  act();
  doc.endMarkedContent();
}

// Where capital letters on a row have their middle.
const middle = (pen, row) => pen.y + row.leading / 2;

function write(doc, { pieces, size }, x, y) {
  for (const { text, wide, font, color } of pieces) {
    doc.font(font).fontSize(size).fillColor(color);
    doc.text(text, x, y + size * HALF_A_CAPITAL, { lineBreak: false, baseline: "alphabetic" });
    x += wide;
  }
}

function ground(pen, x, { width, high }) {
  pen.doc.roundedRect(x, pen.y, width, high, 6).lineWidth(0.75).fillAndStroke(WASH, QUIET);
}

function framed(doc, x, y, width, high) {
  doc.roundedRect(x, y, width, high, 5).lineWidth(1.5).stroke(INK);
}

// The sign of a kind, as in the picture.
function sign(doc, kind, x, y) {
  const far = 2.6;
  const box = () => doc.rect(x + 4 - far, y - far, 2 * far, 2 * far);
  if (kind === "person") doc.circle(x + 4, y, far).fill(HUES[kind]);
  else if (kind === "place") box().fill(HUES[kind]);
  else {
    doc.save().rotate(45, { origin: [x + 4, y] });
    box().fill(HUES[kind]);
    doc.restore();
  }
}

function foot(doc, told) {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const text = told.replace("{page}", page + 1).replace("{pages}", count);
    aside({ doc }, () => {
      doc.font("plain").fontSize(8).fillColor(QUIET);
      const at = [EDGE.side, PAGE.height - FOOT];
      doc.text(text, ...at, { lineBreak: false, baseline: "alphabetic" });
    }, "Pagination");
  }
}

function bytes(doc) {
  const chunks = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => resolve(joined(chunks)));
    doc.end();
  });
}

function joined(chunks) {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
