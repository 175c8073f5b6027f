// Python's library and ours, which comes as one gzip of a plain archive: smaller than an archive of
// files compressed one by one, and quicker to import from. Pyodide wants it plain.

const ARCHIVE = /^\/lib\/python\d+\.zip$/;
const GZIP = 0x1f; // the first byte; a host may have unpacked it on the way

async function unpacked(content) {
  if (content[0] !== GZIP) return content;
  const plain = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

// Has what Pyodide writes as its library unpacked, and Python wait until it is.
function unpacking(module) {
  const { FS } = module;
  const write = FS.writeFile;
  FS.writeFile = (path, content, ...more) => {
    if (!ARCHIVE.test(path)) return write.call(FS, path, content, ...more);
    module.addRunDependency("archive");
    unpacked(content)
      .catch(() => content) // what is broken stays so, and Python says that it cannot start
      .then((plain) => write.call(FS, path, plain))
      .finally(() => module.removeRunDependency("archive"));
  };
}

// Settings to load Pyodide with; its module is made by `create`, or as Pyodide makes it by itself.
export function packed(create = (make, settings) => make(settings)) {
  const indexURL = new URL("../pyodide/", import.meta.url).href;
  return {
    indexURL,
    stdLibURL: `${indexURL}python.pack`,
    async createPyodideModule(settings) {
      settings.preRun = [unpacking, ...settings.preRun];
      const { default: make } = await import("../pyodide/pyodide.asm.mjs");
      return create(make, settings);
    },
  };
}
