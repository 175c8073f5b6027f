// Draws documents as PDFs with the page's own scripts: JSON in, a list of Base64 out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { paper } from "../site/pdf/paper.js";

const installed = (path) => fileURLToPath(new URL(`../site/node_modules/${path}`, import.meta.url));
const PDFDocument = createRequire(import.meta.url)(installed("pdfkit/js/pdfkit.standalone.js"));

const { plain, strong, documents } = JSON.parse(readFileSync(0, "utf-8"));
const fonts = { plain: readFileSync(plain), strong: readFileSync(strong) };
const made = [];
for (const told of documents) made.push(Buffer.from(await paper(PDFDocument, fonts, told)));
process.stdout.write(JSON.stringify(made.map((bytes) => bytes.toString("base64"))));
