// The Python of the page, under Node, with the project and what is installed for it mounted.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function sitePackages() {
  const lib = join(ROOT, ".venv", "lib");
  const python = existsSync(lib) ? readdirSync(lib).find((name) => name.startsWith("python3")) : "";
  return python ? join(lib, python, "site-packages") : join(ROOT, ".venv", "Lib", "site-packages");
}

export async function start() {
  const pyodide = join(ROOT, "site", "node_modules", "pyodide", "pyodide.mjs");
  const { loadPyodide } = await import(pathToFileURL(pyodide).href);
  const python = await loadPyodide({
    env: { HOME: "/tmp", PYTHONDONTWRITEBYTECODE: "1", HYPOTHESIS_PROFILE: "pyodide" },
  });
  python.mountNodeFS("/project", ROOT);
  python.mountNodeFS("/installed", sitePackages());
  return python;
}
