// Compresses files as small as can be: `node compress.mjs FOLDER`, `a` there becomes `a.gz`, `a.br`.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const folder = process.argv[2];
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

async function compress(name) {
  const content = readFileSync(join(folder, name));
  const params = {
    [BROTLI_PARAM_QUALITY]: 11,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [gz, br] = await Promise.all([gzip(content, { level: 9 }), brotli(content, { params })]);
  writeFileSync(join(folder, `${name}.gz`), gz);
  writeFileSync(join(folder, `${name}.br`), br);
}

await Promise.all(readdirSync(folder).map(compress));
