// Starts Python: loads PyScript in place of its own core.js, and says how it goes.
//
// Heard on `document`: `chn:progress` {step: "python" | "parts" | "start"} on the way, and
// `chn:failed` {reason: "unsupported" | "stopped"} if it comes to nothing. The same reason stays
// on `html[data-failed]`, for a listener that came late. Time alone is never a failure.

const PYSCRIPT = "../pyscript/core.js";

// We use no plugins, and the one that shows errors would put a traceback in front of people.
const PLUGINS = [
  "!codemirror",
  "!deprecations-manager",
  "!donkey",
  "!error",
  "!py-editor",
  "!py-game",
  "!py-terminal",
];

// Addresses are relative to the page. No `packages`: that would fetch from another host.
const CONFIG = {
  interpreter: "./assets/python.js",
  plugins: PLUGINS,
};

const STEPS = {
  "Loading interpreter": "python",
  "Loading files": "parts",
  "Loaded Pyodide": "start",
};

const root = document.documentElement;

function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function failed(reason) {
  // Once Python answers, what goes wrong is Python's own to handle.
  if ("ready" in root.dataset || "failed" in root.dataset) return;
  root.dataset.failed = reason;
  tell("chn:failed", { reason });
}

function watch() {
  addEventListener("py:progress", ({ detail }) => {
    if (detail in STEPS) tell("chn:progress", { step: STEPS[detail] });
  });
  // PyScript reports what it could not fetch or start only by leaving a promise unhandled.
  addEventListener("unhandledrejection", () => failed("stopped"));
}

// PyScript reads its settings once, from the page, as it loads. It also prepares for MicroPython,
// which we do not have; without a word it would fetch every plugin for that.
async function load() {
  for (const script of document.querySelectorAll('script[type="py"]')) {
    script.setAttribute("config", JSON.stringify(CONFIG));
  }
  const other = document.createElement("mpy-config");
  other.hidden = true;
  other.textContent = JSON.stringify({ plugins: PLUGINS });
  document.head.append(other);
  try {
    return await import(PYSCRIPT);
  } finally {
    other.remove();
  }
}

async function start() {
  if (typeof WebAssembly !== "object") return failed("unsupported");
  watch();
  try {
    const { hooks } = await load();
    // Stock PyScript makes a function from text for its workers, which our
    // Content-Security-Policy forbids. We have no workers of its kind.
    hooks.worker.onBeforeRunAsync.clear();
    hooks.main.onReady.add(({ io }) => {
      const { stderr } = io;
      io.stderr = (fault, ...rest) => {
        if (fault instanceof Error) failed("stopped");
        return stderr(fault, ...rest);
      };
    });
  } catch {
    failed("stopped");
  }
}

start();
