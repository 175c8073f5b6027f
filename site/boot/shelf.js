// Maps kept on this device, in IndexedDB: each one a record that is written whole or not at all.
//
// A record is {key, revision, at, sealed, lock, data}: `data` the bytes of a file, plain or an
// envelope; `revision` another one each time. What it holds is Python's to know.

const NAME = `chn-self:${new URL("./", location.href).pathname}`;

// Looking must leave nothing behind, so only keeping for the first time makes the database.
function open(make) {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    let nothing = false;
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore("maps", { keyPath: "key" });
      else request.transaction.abort();
      nothing = !make;
    };
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      event.preventDefault(); // Firefox would tell it as an error of the page
      if (nothing) done(null);
      else fail(request.error);
    };
  });
}

// One transaction: all of it is on the disk, or none.
function within(database, mode, act) {
  return new Promise((done, fail) => {
    let answer = null;
    const transaction = database.transaction("maps", mode, { durability: "strict" });
    transaction.oncomplete = () => done(answer);
    transaction.onabort = () => fail(transaction.error ?? new Error("aborted"));
    act(transaction.objectStore("maps"), (found) => (answer = found));
  }).finally(() => database.close());
}

const asked = (request, tell) => (request.onsuccess = () => tell(request.result));

async function list() {
  const database = await open(false);
  return database ? within(database, "readonly", (maps, tell) => asked(maps.getAll(), tell)) : [];
}

async function read(key) {
  const database = await open(false);
  return database && within(database, "readonly", (maps, tell) => asked(maps.get(key), tell));
}

// Says what came of it, in a word that Python knows: "kept", or what kept it from being so.
// `before` is the revision that this tab knows, empty for a new record. What another tab has
// kept meanwhile is "changed", what it took off is "gone": neither is written over.
async function write(record, before) {
  try {
    const database = await open(!before);
    return database ? await put(database, record, before) : "gone";
  } catch ({ name }) {
    return name === "QuotaExceededError" ? "full" : "failed";
  }
}

function put(database, record, before) {
  return within(database, "readwrite", (maps, tell) =>
    asked(maps.get(record.key), (there) => {
      if ((there?.revision ?? "") !== before) return tell(there ? "changed" : "gone");
      maps.put(record);
      tell("kept");
    }),
  );
}

async function remove(key) {
  const database = await open(false);
  if (database) await within(database, "readwrite", (maps) => maps.delete(key));
}

// Whether the browser promises not to clear what is kept; some ask the person.
async function last() {
  return (await navigator.storage?.persist?.()) ?? false;
}

// Python takes no fault of a database for an error, so it is handed one.
function telling(act) {
  return (...given) => act(...given).catch(({ name }) => Promise.reject(new Error(name)));
}

globalThis.chn.shelf = {
  list: telling(list),
  read: telling(read),
  write,
  remove: telling(remove),
  last: telling(last),
};
