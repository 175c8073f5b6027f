// A PDF of a document of blocks. What draws it is fetched when the first is asked for.

const LIBRARY = new URL("../pdf/pdfkit.js", import.meta.url);
const PLAIN = new URL("../pdf/plain.ttf", import.meta.url);
const STRONG = new URL("../pdf/strong.ttf", import.meta.url);
let tries = 0;
let drawing = null; // what draws one, once it is here or on its way

async function load() {
  const parts = [library(), font(PLAIN), font(STRONG)];
  const [PDFDocument, plain, strong] = await Promise.all(parts);
  const { paper } = await import("../pdf/paper.js");
  return (document) => paper(PDFDocument, { plain, strong }, document);
}

// It is of another kind than our scripts, and puts itself on the page.
async function library() {
  // Some browsers never ask again for a script that did not come: it gets another address.
  if (tries++) LIBRARY.search = `?${tries}`;
  await import(LIBRARY.href);
  return globalThis.PDFDocument;
}

async function font(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.arrayBuffer();
}

// Bytes, from the text of a document; rejects where a part of what draws it does not come.
globalThis.chn.pdf = async (told) => {
  drawing ??= load();
  try {
    return await (await drawing)(JSON.parse(told));
  } catch (fault) {
    drawing = null;
    throw fault;
  }
};
