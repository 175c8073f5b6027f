// The Python that PyScript starts: Pyodide, from its memory where that was kept on this device.

import { loadPyodide as load, version } from "../pyodide/pyodide.mjs";
import { packed } from "./archive.js";
import { forget, recall } from "./memory.js";

export { version };

export async function loadPyodide(options) {
  const memory = await recall();
  if (memory) {
    try {
      const create = (make, settings) => roomy(make, settings, memory.length);
      const python = await load({ ...options, ...packed(create), _loadSnapshot: memory });
      document.documentElement.dataset.from = "memory";
      return python;
    } catch {
      await forget();
    }
  }
  return load({ ...options, ...packed() });
}

// A memory that had grown needs as much room again.
async function roomy(make, settings, size) {
  const module = await make(settings);
  if (module.HEAP8.length < size) module.growMemory(size);
  return module;
}
