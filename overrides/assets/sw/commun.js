// The worker of a site. Written before this line: const SITE, what the site says of itself.
const HOME = new URL("./", location).href;
// Sites of one origin share their caches: only those whose name begins so are ours.
const OWN = `vitrine ${new URL(HOME).pathname} `;
let forgotten = false;

const sweep = async (kept) => {
  for (const name of await caches.keys()) if (name.startsWith(OWN) && name !== kept) await caches.delete(name);
};
const forget = async () => {
  forgotten = true;
  await registration.unregister();
  await sweep();
};
