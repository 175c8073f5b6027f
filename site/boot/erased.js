// Takes away what the page's own parts stored in this browser; Python is not here to hold it open.

"use strict";

(async () => {
  // PyScript names one of its two after where Pyodide is, which another site of this host may too.
  const here = new URL("pyodide-", location.href).href;
  const ours = ({ name }) => ["pyscript", "chn-self", here].some((part) => name.includes(part));
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases.filter(ours)) indexedDB.deleteDatabase(name);
})();
