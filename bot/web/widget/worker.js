// Keeps the way to help on our own pages when there is no network. Only what is the same for everybody is kept: the lines
// of help, pages that say how things are, the script and the look. What a person said or reads is never kept, and what
// they send never comes by here.
"use strict";

const AWAY = [502, 503, 504]; // what a proxy says for a Cairn that does not answer

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, search, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (event.request.mode === "navigate") {
    const instead = INSTEAD[pathname] || (OWN.some((one) => `${pathname}/`.startsWith(`${one}/`)) && "/away");
    if (instead) event.respondWith(current(event.request, instead, pathname === instead && !search));
  } else if (KEPT.includes(pathname) && !search) event.respondWith(current(event.request, pathname, true));
});

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll(KEPT.map((path) => new Request(path, { credentials: "omit", cache: "reload" })));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("cairn-") && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// What the server has now; what was kept, if it cannot be reached. `keep` says whether the answer is the kept thing itself.
async function current(request, kept, keep) {
  try {
    const response = await fetch(request);
    if (AWAY.includes(response.status)) return (await caches.match(kept)) || response;
    if (keep && response.status === 200) await (await caches.open(NAME)).put(kept, response.clone());
    return response;
  } catch {
    return (await caches.match(kept)) || Response.error();
  }
}
