// Runs `timed` of a module inside the Python of the page and prints the milliseconds as JSON:
// `node e2e/inside.mjs e2e.type_timing`.

import { start } from "../tests/pyodide.mjs";

const python = await start();
const timed = python.runPython(`
import importlib, json, sys
sys.path[:0] = ["/project/src", "/project"]
lambda module: json.dumps(importlib.import_module(module).timed())
`);
console.log(timed(process.argv[2]));
