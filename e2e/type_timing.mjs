// Times the type inside the Python of the page and prints the milliseconds as JSON.

import { start } from "../tests/pyodide.mjs";

const python = await start();
console.log(
  python.runPython(`
import json, sys
sys.path[:0] = ["/project/src", "/project"]
from e2e.type_timing import timed
json.dumps(timed())
`),
);
