// How each block of a document is set: its letters, where its lines break, how high it is.
//
// All lengths are in points. A block that is ready has `paragraphs` of `rows`, each with the `pieces`
// that are drawn on it, and is `high` with nothing around it.

export const MM = 72 / 25.4;
export const INK = "#1f2a2a";
export const QUIET = "#4a5757";
export const HUES = { person: "#0b5563", place: "#6b2a5e", activity: "#7a4a00" };
export const APART = 9; // own words from the line before them
export const BESIDE = 5 * MM; // words from the picture

const TEXT = 10;
const SMALL = 8.8;
const LEADING = 1.36; // of the size
const INDENT = 13; // of an item with a sign
const PICTURE = 94 * MM; // how wide at most
const HIGHEST = 230 * MM; // of a picture

// What a part and a block change of how plain text is set, the block last.
const PARTS = { words: { size: 11 }, small: { size: SMALL, color: QUIET }, list: { size: SMALL } };
const BLOCKS = {
  title: { size: 18, leading: 1.2 },
  dates: { font: "strong" },
  quiet: { color: QUIET },
  record: { font: "strong", before: 6, box: { side: 3 * MM, down: 1 * MM } },
  heading: { size: 11.5, color: HUES.person, after: 4.5, rule: 4.5 },
  kind: { before: 5, after: 2 },
  label: { size: SMALL, before: 3 },
};
const HEADINGS = { words: { rule: 0 }, small: { size: TEXT, color: QUIET } };

export function ready(doc, block, part, width) {
  return block.shapes ? figure(doc, block, width) : words(doc, block, part, width);
}

// How high blocks are, one beneath the other.
export function stacked(blocks) {
  return blocks.reduce((sum, block, i) => sum + block.high + (i ? between(blocks[i - 1], block) : 0), 0);
}

export const between = (above, below) => Math.max(above.after, below.before);

function words(doc, block, part, width) {
  const plain = { size: TEXT, leading: LEADING, font: "plain", color: INK, ...PARTS[part] };
  const { box, rule = 0, before = 1.5, after = 1.5, ...look } = {
    ...plain,
    ...BLOCKS[block.look],
    ...(block.look === "heading" && HEADINGS[part]),
  };
  const indent = box?.side ?? (block.mark ? INDENT : 0);
  const runs = block.runs.map(({ text, look: run }) => ({
    text,
    font: run === "strong" ? "strong" : look.font,
    color: run === "quiet" ? QUIET : look.color,
  }));
  const bar = part !== "words";
  const own = (text) => rowsOf(doc, [{ ...plain, text }], plain, indent + (bar ? APART : 0), width);
  const paragraphs = [
    { tag: block.tag === "LI" ? "P" : block.tag, rows: rowsOf(doc, runs, look, indent, width - (box?.side ?? 0)) },
    ...block.own.map((text) => ({ tag: "P", rows: own(text), bar })),
  ].filter(({ rows }) => rows.length);
  const lines = paragraphs.flatMap(({ rows }) => rows);
  const high = lines.reduce((sum, row) => sum + row.leading, rule + 2 * (box?.down ?? 0));
  return { ...block, paragraphs, box, rule, before, after, high };
}

function figure(doc, block, width) {
  const wide = Math.min(PICTURE, width, (HIGHEST * block.shapes.width) / block.shapes.height);
  const beside = block.beside.map((one) => words(doc, one, "small", width - wide - BESIDE));
  const deep = (wide * block.shapes.height) / block.shapes.width;
  return { ...block, wide, deep, beside, before: 4, after: 2, high: Math.max(deep, stacked(beside)) };
}

function rowsOf(doc, runs, { size, leading }, indent, width) {
  doc.fontSize(size);
  const rows = broken(doc, runs, width - indent);
  return rows.map((pieces) => ({ pieces, size, indent, leading: size * leading }));
}

// The font draws each of these as two. Spelt so from the start, both are known for what they are by
// whatever reads the letters out.
const TWO = /[\u01f9\u1e3f\u1e43\u1e45\u1e63\u1eb9\u1ecb\u1ecd\u1ee5]/g;
const spelt = (text) => text.replace(TWO, (letter) => letter.normalize("NFD"));

// Lines that fit a width, a space at the end of one with it: a reader joins them as they are.
function broken(doc, runs, width) {
  const rows = [];
  let left = 0;
  for (const run of runs) {
    doc.font(run.font);
    for (const word of split(spelt(run.text))) {
      for (const text of doc.widthOfString(word.trimEnd()) > width ? letters(word) : [word]) {
        if (!rows.length || doc.widthOfString(text.trimEnd()) > left) {
          rows.push([]);
          left = width;
        }
        const wide = doc.widthOfString(text);
        const last = rows.at(-1).at(-1);
        if (last?.run === run) Object.assign(last, { text: last.text + text, wide: last.wide + wide });
        else rows.at(-1).push({ run, text, wide, font: run.font, color: run.color });
        left -= wide;
      }
    }
  }
  return rows;
}

const split = (text) => text.match(/ *[^ ]+ *| +$/g) ?? [];

// A letter keeps the marks that belong to it.
const letters = (word) => word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
