// Takes away what this page stored in this browser, then tells what is left and why.
//
// Python is not here: it would hold databases of its own open. Other sites may share this address:
// what does not carry the path of this one is left, and named.

"use strict";

(() => {
  const A_MOMENT = 2000; // milliseconds that a page which is just closing may need to let go
  const HOME = new URL("./", location.href);
  const OWN = `chn-self:${HOME.pathname}`;
  const MEMORY = `${OWN}:memory`;
  const PYODIDE = `IDBMap/${HOME.href}assets`; // PyScript's, named after where `python.js` is
  const PYSCRIPT = "IDBMap/@pyscript.fs"; // PyScript's too, by the same name on every site

  // Why what is left is left, by its name: `held`, `refused`, `unsure` or `foreign`; and `unseen`,
  // without a name, where the browser does not say what there is.
  const left = new Map();
  let clearing = true;

  async function erase() {
    document.getElementById("asking").hidden = true;
    clearing = true;
    left.clear();
    show();
    chnMark.on = false;
    chnEase.forget();
    await clear(workers, (scope) => scope === HOME.href, unregister); // first: one may fill caches
    await clear(cacheNames, isOwn, (name) => caches.delete(name));
    await clear(databases, isOwn, deleteDatabase, [OWN, MEMORY, PYSCRIPT].filter(isOwn));
    clearing = false;
    show();
  }

  function isOwn(name) {
    if (name === PYSCRIPT) return HOME.pathname === "/";
    if (name.startsWith(PYODIDE)) return /^(-\w+)?@/.test(name.slice(PYODIDE.length));
    return name === OWN || name.startsWith(`${OWN}:`);
  }

  // `known` are tried in any case, since an older browser does not list what it has.
  async function clear(list, own, remove, known = []) {
    const names = await list().catch(() => (note("", "unseen"), []));
    const removals = [...new Set([...names, ...known])].map(async (name) => {
      if (!own(name)) return note(name, name === PYSCRIPT ? "unsure" : "foreign");
      await remove(name).catch(() => note(name, "refused"));
    });
    await Promise.all(removals);
  }

  async function workers() {
    const found = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    return found.map(({ scope }) => scope);
  }

  async function unregister(scope) {
    await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
  }

  async function cacheNames() {
    return (await globalThis.caches?.keys()) ?? [];
  }

  async function databases() {
    return (await indexedDB.databases()).map(({ name }) => name);
  }

  // A page that holds a database open is waited for a moment. Then it is told, and the database
  // goes by itself once that page is closed. `onblocked` would not do: it never comes while the
  // same was asked before and is still waited for.
  async function deleteDatabase(name) {
    const request = indexedDB.deleteDatabase(name);
    const over = new Promise((done, failed) => {
      request.onsuccess = () => done(null);
      request.onerror = failed;
    });
    const why = await Promise.race([over, new Promise((done) => setTimeout(done, A_MOMENT, "held"))]);
    if (!why) return;
    note(name, why);
    over.then(() => note(name, null), () => note(name, "refused"));
  }

  function note(name, why) {
    if (why) left.set(name, why);
    else left.delete(name);
    if (!clearing) show();
  }

  function show() {
    const reasons = [...left.values()];
    const some = ["held", "refused", "unseen"].some((why) => reasons.includes(why));
    const outcome = document.getElementById("outcome");
    outcome.textContent = outcome.dataset[clearing ? "clearing" : some ? "some" : "cleared"];
    for (const section of document.querySelectorAll("[data-why]")) {
      const { why } = section.dataset;
      section.hidden = clearing || !reasons.includes(why);
      const names = [...left.keys()].filter((name) => name && left.get(name) === why);
      section.querySelector("ul").replaceChildren(...names.map(item));
    }
    document.getElementById("retry").hidden = clearing || !some;
  }

  function item(name) {
    const item = document.createElement("li");
    item.translate = false;
    item.textContent = name;
    return item;
  }

  for (const id of ["begin", "retry"]) document.getElementById(id).addEventListener("click", erase);

  // Somebody who came by an address, or by Back, is asked first: a map may have been kept since.
  if (history.state?.erase) {
    history.replaceState(null, "");
    erase();
  } else {
    document.getElementById("asking").hidden = false;
  }
})();
