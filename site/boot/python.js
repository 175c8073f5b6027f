// The Python that PyScript starts: Pyodide, from its memory where that was kept on this device.

import { loadPyodide as load, version } from "../pyodide/pyodide.mjs";
import { forget, recall } from "./memory.js";

export { version };

export async function loadPyodide(options) {
  const ours = { ...options, indexURL: new URL("../pyodide/", import.meta.url).href };
  const memory = await recall();
  if (memory) {
    try {
      const createPyodideModule = (settings) => roomy(settings, memory.length);
      const python = await load({ ...ours, createPyodideModule, _loadSnapshot: memory });
      document.documentElement.dataset.from = "memory";
      return python;
    } catch {
      await forget();
    }
  }
  return load(ours);
}

// A memory that had grown needs as much room again.
async function roomy(settings, size) {
  const { default: create } = await import("../pyodide/pyodide.asm.mjs");
  const module = await create(settings);
  if (module.HEAP8.length < size) module.growMemory(size);
  return module;
}
