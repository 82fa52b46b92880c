// Pages that were read are kept, to be read again without a network. Online, the network always comes first: what is kept stands in
// for it only when it is slow, and for a day at most. Nothing but our own pages and the files they load goes through here.
const CACHE = OWN + SITE.version;
const [READ, SIZE] = ["Vitrine-Lu", "Vitrine-Taille"];
const [DAY, PATIENCE] = [86400000, 3000];
const [PAGES, FILES_BYTES, BYTES, AGAIN] = [60, 2.5e6, 5e6, 15];

// -- what is ours: another site may live in a folder of this one

const place = (url) => (url.startsWith(HOME) ? url.slice(HOME.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1") : null);
const isPage = (address) => address !== null && SITE.dossiers.includes(address.split("/")[0]) && /(^|\/)[^/.]*$|\.html$/.test(address);
const isFile = (address) => /^assets\/[\w-]+\.[0-9a-f]{8}\.\w+$/.test(address);
const isReadPage = (url) => isPage(place(url)) && !url.endsWith("/hors-connexion.html");
const isWhole = (response) => response.status === 200 && response.type === "basic" && !response.redirected;
const isYoung = (kept) => {
  const age = Date.now() - kept.headers.get(READ);
  return age >= 0 && age < DAY;
};
const isSparing = () => navigator.connection?.saveData;

// -- what is kept: the newest last

const weights = async (cache) => {
  const [requests, kept] = await Promise.all([cache.keys(), cache.matchAll()]);
  return requests.map(({ url }, i) => [url, Number(kept[i].headers.get(SIZE))]);
};
const filesWeight = async (cache) => (await weights(cache)).reduce((sum, [url, size]) => sum + (isFile(place(url)) ? size : 0), 0);
const trim = async (cache) => {
  let room = BYTES - (await filesWeight(cache));
  let left = PAGES;
  for (const [url, size] of (await weights(cache)).filter(([url]) => isReadPage(url)).reverse()) {
    room -= size;
    left -= 1;
    if (left < 0 || room < 0) await cache.delete(url);
  }
};
const keep = async (url, response) => {
  const body = await response.blob();
  const headers = new Headers(response.headers);
  for (const name of ["Vary", "Content-Encoding", "Content-Length"]) headers.delete(name); // the body is plain, and for all
  headers.set(READ, Date.now());
  headers.set(SIZE, body.size);
  if (forgotten) return;
  const cache = await caches.open(CACHE);
  if (isFile(place(url)) && (await filesWeight(cache)) + body.size > FILES_BYTES) return;
  await cache.delete(url);
  await cache.put(url, new Response(body, { headers }));
  await trim(cache);
};
const found = (url) => caches.match(url, { cacheName: CACHE });

// -- what is fetched before anybody asks for it

// The files that a page loads at once; those of the search box wait until it is known that somebody comes back.
const filesOf = (html, url, search) => {
  const told = search ? html : html.replace(/<form[^>]*>/g, "");
  const lists = [...told.matchAll(/ (?:href|src|data-(?:script|donnees|index|texte))="([^"]*)"/g)].map((match) => match[1].split(" "));
  const hashed = lists.flat().filter((address) => /^[\w./-]*assets\//.test(address));
  return [...new Set(hashed.map((address) => new URL(address, url).href))].filter((one) => isFile(place(one)));
};
const keepFiles = async (html, url, search) => {
  for (const file of filesOf(html, url, search)) {
    if (await found(file)) continue;
    const response = await fetch(file);
    if (isWhole(response)) await keep(file, response);
  }
};
const fetchPage = async (url) => {
  const response = await fetch(url, { cache: "no-cache" });
  if (!isWhole(response)) throw new Error(url);
  const html = await response.clone().text();
  await keep(url, response);
  await keepFiles(html, url);
};
// Pages told by their addresses: the one that is open when the worker comes, and the selection, read or not.
const prepare = async (addresses) => {
  const pages = new Set(addresses.map((url) => place(String(url))).filter(isPage));
  for (const page of pages) {
    const kept = await found(HOME + page);
    if (!kept || (!isYoung(kept) && !isSparing())) await fetchPage(HOME + page).catch(() => {});
  }
};

// -- what is answered

const told = async (kept) => {
  const html = await kept.text();
  const { locale, titre, texte } = SITE.langues[/<html lang="(\w+)"/.exec(html)?.[1]] || SITE.langues.fr;
  const day = new Intl.DateTimeFormat(locale + "-u-nu-latn", { dateStyle: "long" }).format(Number(kept.headers.get(READ)));
  const bar = `<p class="copie"><strong>${titre.replace("{date}", day)}</strong> ${texte}</p>`;
  return new Response(html.replace('<header class="haut">', (header) => header + bar), { headers: kept.headers });
};
const offline = (langue = "fr") => `${HOME}${langue === "fr" ? "" : langue + "/"}hors-connexion.html`;
const answerPage = async (url, online, patient) => {
  const kept = await found(url);
  const late = !patient && kept && isYoung(kept) ? new Promise((resolve) => setTimeout(resolve, PATIENCE, kept)) : online;
  let copy = kept;
  try {
    const first = await Promise.race([online, late]);
    if (first !== kept) return first;
  } catch {
    copy ||= await found(offline(Object.keys(SITE.langues).find((langue) => place(url).startsWith(langue + "/"))));
  }
  return copy ? told(copy) : Response.error();
};
const remember = async (url, response) => {
  const again = await found(url);
  if (again && [404, 410].includes(response.status)) await (await caches.open(CACHE)).delete(url);
  if (!isWhole(response)) return;
  const html = await response.clone().text();
  await keep(url, response);
  if (again && !isSparing()) await keepFiles(html, url, true);
};
const answerFile = async (event, request) => {
  const kept = await found(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (isWhole(response)) event.waitUntil(keep(request.url, response.clone()));
  return response;
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = place(request.url);
  if (request.method !== "GET" || request.headers.has("Range") || address === null) return;
  if (request.mode === "navigate" && isPage(address)) {
    // A host that says nothing of caching would let a browser keep a page for days: ask it whether the page has changed.
    const online = fetch(request, request.cache === "default" ? { cache: "no-cache" } : {});
    event.waitUntil(online.then((response) => remember(HOME + address, response.clone())).catch(() => {}));
    event.respondWith(answerPage(HOME + address, online, ["no-cache", "reload"].includes(request.cache)));
  } else if (isFile(address)) {
    event.respondWith(answerFile(event, request));
  }
});

// -- how a version takes the place of another: pages are asked for again, so that nothing erased from the site is kept

const install = async () => {
  for (const langue of Object.keys(SITE.langues)) await fetchPage(offline(langue));
  for (const name of (await caches.keys()).filter((one) => one.startsWith(OWN) && one !== CACHE)) {
    const urls = (await (await caches.open(name)).keys()).map(({ url }) => url).filter(isReadPage);
    if (!isSparing()) await prepare(urls.slice(-AGAIN));
  }
  await skipWaiting(); // safe with pages open: they speak to any version, and their files bear the hash of their content
};
addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(sweep(CACHE).then(() => clients.claim())));
addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "oublier") event.waitUntil(forget().then(() => ports[0]?.postMessage(data)));
  else if (Array.isArray(data)) event.waitUntil(sweep(CACHE).then(() => prepare(data.slice(0, PAGES / 2))));
});
