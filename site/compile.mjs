// Compiles Python for the Python inside Pyodide, which alone knows its own byte code.
//
//   node compile.mjs FROM TO
//
// Every FROM/x/y.py becomes TO/x/y.pyc, to be imported without its source. Such a file carries a
// hash that nobody checks, so its bytes depend on the source and the runtime alone. Packages of
// others go without docstrings, a third of their size; ours keep them, since a dataclass without
// one spends time at every start on making itself one.

import { loadPyodide } from "pyodide";

const COMPILE = `
from pathlib import Path
from py_compile import PycInvalidationMode, compile

for source in sorted(Path("/from").rglob("*.py")):
    name = source.relative_to("/from")
    compile(
        str(source),
        cfile=str(Path("/to") / name.with_suffix(".pyc")),
        dfile=str(name),
        doraise=True,
        optimize=0 if name.parts[0] == "chn_self" else 2,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
`;

const [from, to] = process.argv.slice(2);
try {
  const python = await loadPyodide();
  python.mountNodeFS("/from", from);
  python.mountNodeFS("/to", to);
  python.runPython(COMPILE);
} catch (fault) {
  // Node would print a megabyte of the runtime around it.
  console.error(fault.message);
  process.exitCode = 1;
}
