/// <reference lib="webworker" />

/** The files that a phone keeps, and the version that they are of: put in when the pages are built. */
declare const KEPT_FILES: readonly string[];
declare const VERSION: string;
declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'ayni-pages-';
const CACHE = `${PREFIX}${VERSION}`;
const isHashed = (path: string): boolean => path.startsWith('/assets/');

/**
 * Files with a digest in their names are what they were: those of the version before are copied, and those that a page has just
 * fetched come from the browser's own store, not twice over a dear line.
 */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    KEPT_FILES.map(async (path) => {
      const before = isHashed(path) ? await caches.match(path) : undefined;
      if (before) await cache.put(path, before);
      else await cache.add(new Request(path, { cache: isHashed(path) ? 'default' : 'reload' }));
    }),
  );
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  // every page is the same file
  const kept = await cache.match(request.mode === 'navigate' ? '/' : path);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && isHashed(path)) await cache.put(path, fetched.clone());
  return fetched;
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', (event) => {
  // only who says so gets the new version under her hands
  if (event.data === 'take-over') void self.skipWaiting();
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isPage =
    request.mode === 'navigate'
      ? !/^\/(docs|schemas|health|metrics)(\/|$)/.test(pathname)
      : isHashed(pathname) || KEPT_FILES.includes(pathname);
  if (request.method === 'GET' && origin === self.location.origin && !pathname.startsWith('/api/') && isPage)
    event.respondWith(answer(request, pathname));
});
