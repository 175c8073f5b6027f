// Serves the page from its own copy, so that it works with no network: a plain cache server.
//
// A copy is whole or not used at all. Which one is served is noted in a cache of its own; after the
// first, only `chn.offline.use()` changes that (boot/offline.js, which knows the same names).
// `BUILT` stands on a line that the build puts above these: this version, and the integrity of each
// of its files by its address; those `onDemand` are no part of a copy until they are asked for.

"use strict";

const ROOT = new URL("./", location.href);
const OURS = `chn-self:${ROOT.pathname}:`;
const COPY = OURS + BUILT.version;
const WHOLE = new URL("whole", ROOT).href; // the last entry of a copy
const CHOSEN = `${OURS}chosen`;
const VERSION = new URL("chosen", ROOT).href; // the one entry there

// An address in a folder with a hash in its name never stands for anything else.
const LASTING = /-[0-9a-f]{10}\//;

addEventListener("install", (event) => {
  skipWaiting(); // this code serves whichever version was chosen
  event.waitUntil(install());
});

addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(ROOT.href)) event.respondWith(answer(event.request));
});

async function install() {
  if (!(await caches.match(WHOLE, { cacheName: COPY }))) {
    await caches.delete(COPY); // what is left of a try that the browser broke off
    try {
      await download();
    } catch (fault) {
      await caches.delete(COPY);
      throw fault;
    }
  }
  if (await caches.has(await served())) return;
  await (await caches.open(CHOSEN)).put(VERSION, new Response(BUILT.version));
}

async function download() {
  const copy = await caches.open(COPY);
  const before = await served();
  const stop = new AbortController();
  const take = async ([path, integrity]) => {
    const url = new URL(path, ROOT).href;
    const same = LASTING.test(path) && (await caches.match(url, { cacheName: before }));
    await copy.put(url, same || (await fetched(url, integrity, stop.signal)));
  };
  try {
    await Promise.all(Object.entries(BUILT.files).map(take));
  } catch (fault) {
    stop.abort(); // what is still on its way would be paid for in vain
    throw fault;
  }
  await copy.put(WHOLE, new Response());
}

async function fetched(url, integrity, signal) {
  const cache = LASTING.test(url) ? "default" : "no-cache";
  const response = await fetch(url, { integrity, signal, cache });
  // Made anew: browsers refuse to open a page from one that was redirected, as some hosts do.
  return new Response(response.body, response);
}

async function tidy() {
  const kept = [CHOSEN, COPY, await served()];
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !kept.includes(name)) await caches.delete(name);
  }
}

// The name of the copy that is served.
async function served() {
  const chosen = await caches.match(VERSION, { cacheName: CHOSEN });
  return OURS + ((await chosen?.text()) ?? "");
}

async function answer(request) {
  return (await found(request).catch(() => null)) ?? demanded(request);
}

async function found(request) {
  const { origin, pathname } = new URL(request.url);
  const url = origin + pathname.replace(/\/index\.html$/, "/");
  return caches.match(url, { cacheName: await served() });
}

// What is fetched only once it is asked for, and is there with no network from then on. It lies in a
// folder with a hash, so that it fits whichever version is served.
async function demanded(request) {
  const url = request.url.replace(/\?.*/, "");
  const integrity = BUILT.onDemand[url.slice(ROOT.href.length)];
  if (!integrity) return fetch(request);
  const response = await fetched(url, integrity);
  const copy = await caches.open(await served());
  await copy.put(url, response.clone()).catch(() => {}); // with no room it comes anew each time
  return response;
}
