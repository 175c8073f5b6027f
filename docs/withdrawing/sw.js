// In the place of `sw.js`, on a site that is withdrawn: lets go of the copy that works with no network,
// and of itself, so that whoever comes back gets what the host serves now. It touches no map.

"use strict";

const OURS = `chn-self:${new URL("./", location.href).pathname}:`;

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(letGo()));

async function letGo() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS)) await caches.delete(name);
  }
  await registration.unregister();
}
