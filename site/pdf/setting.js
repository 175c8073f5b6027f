// How the blocks of a document are set: their letters, where their lines break, how high they are.
//
// All lengths are in points. A block that is ready has `paragraphs` of `rows`, each row with the
// `pieces` that are drawn on it, and is `high` with nothing around it.

export const MM = 72 / 25.4;
export const INK = "#1f2a2a";
export const QUIET = "#4a5757";
export const HUES = { person: "#0b5563", place: "#6b2a5e", activity: "#7a4a00" };
export const APART = 9; // own words from the line before them
export const BESIDE = 5 * MM; // words from the picture

const TEXT = 10;
const SMALL = 8.8;
const PLAIN = { size: TEXT, leading: 1.36, font: "plain", color: INK }; // leading: of the size
const AROUND = { before: 1.5, after: 1.5, rule: 0, side: 0, down: 0 };
const SIGN = 13; // how far an item with a sign stands in
const PICTURE = { width: 94 * MM, height: 230 * MM }; // at most

// What a part and a block change of that, the block last; what a heading does in some parts.
const PARTS = { words: { size: 11 }, small: { size: SMALL, color: QUIET }, list: { size: SMALL } };
const BLOCKS = {
  title: { size: 18, leading: 1.2 },
  dates: { font: "strong" },
  quiet: { color: QUIET },
  record: { font: "strong", before: 6, side: 3 * MM, down: 1 * MM },
  heading: { size: 11.5, color: HUES.person, after: 4.5, rule: 4.5 },
  kind: { before: 5, after: 2 },
  label: { size: SMALL, before: 3 },
};
const HEADINGS = { words: { rule: 0 }, small: { size: TEXT, color: QUIET } };

export function ready(doc, block, part, width) {
  return block.shapes ? figure(doc, block, width) : words(doc, block, part, width);
}

export const between = (above, below) => Math.max(above.after, below.before);

// How high blocks are, one beneath the other.
export function stacked(blocks) {
  const gap = (i) => (i ? between(blocks[i - 1], blocks[i]) : 0);
  return blocks.reduce((sum, { high }, i) => sum + gap(i) + high, 0);
}

function words(doc, block, part, width) {
  const plain = { ...PLAIN, ...PARTS[part] };
  const heading = block.look === "heading" ? HEADINGS[part] : {};
  const look = { ...AROUND, ...plain, ...BLOCKS[block.look], ...heading };
  const indent = look.side + (block.mark ? SIGN : 0);
  const barred = part !== "words"; // there the whole part is set apart
  const runs = block.runs.map((run) => ({
    text: run.text,
    font: run.look === "strong" ? "strong" : look.font,
    color: run.look === "quiet" ? QUIET : look.color,
  }));
  const apart = indent + (barred ? APART : 0);
  const own = (text) => rows(doc, [{ ...plain, text }], plain, apart, width - look.side);
  const tag = block.tag === "LI" ? "P" : block.tag;
  const paragraphs = [
    { tag, rows: rows(doc, runs, look, indent, width - look.side) },
    ...block.own.map((text) => ({ tag: "P", rows: own(text), barred })),
  ].filter((paragraph) => paragraph.rows.length);
  const all = paragraphs.flatMap((paragraph) => paragraph.rows);
  const high = all.reduce((sum, row) => sum + row.leading, look.rule + 2 * look.down);
  return { ...look, ...block, paragraphs, high };
}

function figure(doc, block, width) {
  const { shapes } = block;
  const wide = Math.min(width, PICTURE.width, (PICTURE.height * shapes.width) / shapes.height);
  const deep = (wide * shapes.height) / shapes.width;
  const beside = block.beside.map((one) => words(doc, one, "small", width - wide - BESIDE));
  const high = Math.max(deep, stacked(beside));
  return { ...block, wide, deep, beside, high, before: 4, after: 2 };
}

function rows(doc, runs, { size, leading }, indent, width) {
  doc.fontSize(size);
  const set = { size, leading: leading * size, indent };
  return broken(doc, runs, width - indent).map((pieces) => ({ ...set, pieces }));
}

// Lines that fit a width. A space at the end of one goes with it: so a reader can join them.
function broken(doc, runs, width) {
  const lines = [];
  let left = 0;
  for (const run of runs) {
    doc.font(run.font);
    const wide = (text) => doc.widthOfString(text);
    for (const word of spelt(run.text).match(/[^ ]* +|[^ ]+/g) ?? []) {
      for (const text of wide(word.trimEnd()) > width ? letters(word) : [word]) {
        if (!lines.length || wide(text.trimEnd()) > left) {
          lines.push([]);
          left = width;
        }
        add(lines.at(-1), run, text, wide(text));
        left -= wide(text);
      }
    }
  }
  return lines;
}

function add(line, run, text, wide) {
  const last = line.at(-1);
  if (last?.run === run) {
    last.text += text;
    last.wide += wide;
  } else {
    line.push({ run, text, wide });
  }
}

// A letter keeps the marks that belong to it.
const letters = (word) => word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

// The fonts draw each of these as two. Spelt so from the start, both are known for what they are to
// whatever reads the letters out.
const AS_TWO = /[\u01f9\u1e3f\u1e43\u1e45\u1e63\u1eb9\u1ecb\u1ecd\u1ee5]/g;
const spelt = (text) => text.replace(AS_TWO, (letter) => letter.normalize("NFD"));
