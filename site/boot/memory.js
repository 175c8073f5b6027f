// Python's memory once all is imported, kept on this device so that the next start is quick.
//
// It is made from the page's own files by `remember.js`, in a worker, and holds nothing of the
// person's. It is kept in a database of its own, for this build alone, with a digest that is
// checked before it is used. Whatever goes wrong, there is none, and Python starts as the first time.

const HERE = new URL(".", import.meta.url); // the build's hash is in the name of this folder
const HOME = new URL("../", HERE);
const NAME = `chn-self:${HOME.pathname}:memory`;
const BUILD = HERE.pathname;

const A_MOMENT = 2000; // milliseconds after which a start goes on without

// Looking leaves nothing behind: only keeping makes the database.
function open(make) {
  return new Promise((done) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore("memory");
      else request.transaction.abort();
    };
    // It may be held by another page, or a browser may never answer.
    let late = false;
    setTimeout(() => {
      late = true;
      done(null);
    }, A_MOMENT);
    request.onsuccess = () => (late ? request.result.close() : done(request.result));
    request.onerror = (event) => {
      event.preventDefault(); // Firefox would tell it as an error of the page
      done(null);
    };
  });
}

function within(database, mode, act) {
  return new Promise((done, fail) => {
    const transaction = database.transaction("memory", mode);
    const request = act(transaction.objectStore("memory"));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = () => fail(transaction.error);
  });
}

async function using(make, act) {
  const database = await open(make);
  try {
    return database && (await act(database));
  } finally {
    database?.close();
  }
}

const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const same = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

// The memory that was kept for this build, or null.
export async function recall() {
  try {
    const kept = await using(false, (database) =>
      within(database, "readonly", (store) => store.get(BUILD)),
    );
    if (!kept) return null;
    if (same(await digest(kept.bytes), kept.digest)) return kept.bytes;
  } catch {
    // as if there were none
  }
  await forget();
  return null;
}

// Keeps the memory of this build, in place of any other's.
export async function keep(bytes) {
  const record = { bytes, digest: await digest(bytes) };
  await using(true, (database) =>
    within(database, "readwrite", (store) => {
      store.clear();
      return store.put(record, BUILD);
    }),
  );
}

export async function forget() {
  const act = (database) => within(database, "readwrite", (store) => store.clear());
  await using(false, act).catch(() => null);
}

export async function isKept() {
  const act = (database) => within(database, "readonly", (store) => store.getKey(BUILD));
  return Boolean(await using(false, act).catch(() => true)); // what cannot be read cannot be kept
}
