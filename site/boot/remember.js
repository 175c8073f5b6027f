// In a worker, after a first start: Python once more, with all of the page imported, and its memory
// kept for the next start. The page's own Python goes on meanwhile, and knows nothing of it.

import { loadPyodide } from "../pyodide/pyodide.mjs";
import { packed } from "./archive.js";
import { keep } from "./memory.js";

try {
  const python = await loadPyodide({ ...packed(), _makeSnapshot: true });
  python.runPython("from chn_self.shell.ahead import load; load()");
  await keep(python.makeMemorySnapshot());
} finally {
  postMessage("done");
}
