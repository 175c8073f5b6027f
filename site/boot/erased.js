// Takes away what the page's own parts stored in this browser; Python is not here to hold it open.

"use strict";

(async () => {
  const ours = ({ name }) => name.includes("pyscript") || name.includes("chn-self");
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases.filter(ours)) indexedDB.deleteDatabase(name);
})();
