// Runs the core's tests inside the Python of the page, under Node: `node run_in_pyodide.mjs [ARG…]`.
//
// The project and the few pure packages that the tests need are mounted, not copied. Compiled
// parts for other systems lie beside some of them and are never looked at: their names do not fit.

import { start } from "./pyodide.mjs";

const PACKAGES = [
  "_hypothesis_globals.py",
  "_hypothesis_pytestplugin.py",
  "_pytest",
  "hypothesis",
  "iniconfig",
  "jinja2",
  "markupsafe",
  "networkx",
  "nhsuk_frontend_jinja",
  "packaging",
  "pluggy",
  "py.py",
  "pygments",
  "pytest",
  "sortedcontainers",
];

// Screens are checked in full by the other Python and in the page itself; a soak takes all here too.
const SUITES = ["tests/domain", "tests/files", "tests/app", "tests/views/test_summary_golden.py",
  "tests/views/test_render.py", "tests/views/test_data_files.py", "tests/views/test_picture.py"];

const RUN = `
import os, shutil, sys
from pathlib import Path

def run(packages, arguments):
    for name in packages:
        here, there = Path("/installed", name), Path("/packages", name)
        there.parent.mkdir(exist_ok=True)
        there.symlink_to(here)
    sys.path[:0] = ["/project/src", "/packages"]
    os.chdir("/project")
    import pytest
    return int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler",
        "-p", "_hypothesis_pytestplugin", *arguments]))

run
`;

async function main(asked) {
  const python = await start();
  const run = python.runPython(RUN);
  return run(python.toPy(PACKAGES), python.toPy(asked.length ? asked : SUITES));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  // Node would print a megabyte of the runtime around it.
  console.error(fault.message);
  process.exitCode = 1;
}
