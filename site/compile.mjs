// Compiles Python for the Python inside Pyodide, which alone knows its own byte code and grammar.
//
//   node compile.mjs BUILDER FROM TO
//
// Every FROM/x/y.py becomes TO/x/y.pyc, to be imported without its source, and TO/x/y.json, which
// says what it imports. Byte code carries a hash that nobody checks, so it depends on the source
// and the runtime alone. Packages of others go without docstrings and without the tables that say
// which line a step came from, more than half of their size; so do templates, whose lines are those of
// what Jinja wrote. Ours keep their lines, since a fault is to be found, and a docstring of a full stop,
// since a dataclass without one spends time at every start on making itself one. Those of Pyodide keep
// all: it reads its own.

import { loadPyodide } from "pyodide";

const COMPILE = `
import ast, importlib, json, marshal, sys
from importlib.util import source_hash
from pathlib import Path

sys.path.insert(0, "/builder")
from imports import imports

WHOLE = ("chn_self", "pyodide", "_pyodide")
UNCHECKED_HASH = (1).to_bytes(4, "little")

# A docstring that is there, and says nothing.
def brief(source, name):
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        match getattr(node, "body", None):
            case [ast.Expr(ast.Constant(str()) as said), *_]:
                said.value = "."
    return tree

# CPython's InternalDocs/code_objects.md: an entry of a byte is for one to eight steps, 15 for none.
def nowhere(steps):
    eights, rest = divmod(steps, 8)
    return b"\\xff" * eights + (bytes([0xF8 + rest - 1]) if rest else b"")

def without_lines(code):
    inner = tuple(without_lines(c) if hasattr(c, "co_code") else c for c in code.co_consts)
    return code.replace(co_linetable=nowhere(len(code.co_code) // 2), co_consts=inner)

for source in sorted(Path("/from").rglob("*.py")):
    name, content = source.relative_to("/from"), source.read_bytes()
    whole = name.parts[0] in WHOLE
    tree = brief(content, str(name)) if name.parts[0] == "chn_self" else content
    code = compile(tree, str(name), "exec", dont_inherit=True, optimize=0 if whole else 2)
    made = marshal.dumps(code if whole else without_lines(code))
    head = importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + source_hash(content)
    Path("/to", name).with_suffix(".pyc").write_bytes(head + made)
    is_package = name.stem == "__init__"
    module = ".".join((name.parent if is_package else name.with_suffix("")).parts)
    found = imports(content, module, is_package=is_package)
    Path("/to", name).with_suffix(".json").write_text(json.dumps(found))
`;

const [builder, from, to] = process.argv.slice(2);
try {
  const python = await loadPyodide();
  python.mountNodeFS("/builder", builder);
  python.mountNodeFS("/from", from);
  python.mountNodeFS("/to", to);
  python.runPython(COMPILE);
} catch (fault) {
  // Node would print a megabyte of the runtime around it.
  console.error(fault.message);
  process.exitCode = 1;
}
