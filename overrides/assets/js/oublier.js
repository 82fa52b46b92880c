// What this device has kept of the pages goes: sw.js erases it and leaves. For the page on personal data, and for kiosks.
(() => {
  const worker = document.body.dataset.sw && new URL(document.body.dataset.sw, location).href;
  const forget = async () => {
    const found = worker && (await navigator.serviceWorker?.getRegistration(worker));
    const own = found?.scope === new URL("./", worker).href && (found.active || found.waiting || found.installing);
    if (!own) return;
    const channel = new MessageChannel();
    const done = new Promise((resolve) => (channel.port1.onmessage = resolve));
    own.postMessage("oublier", [channel.port2]);
    await done;
  };

  globalThis.vitrineOublier = forget;
  const place = document.querySelector("[data-oublier]");
  if (!place || !worker || !navigator.serviceWorker) return;
  const status = place.querySelector("[role=status]");
  place.hidden = false;
  place.querySelector("button").addEventListener("click", async () => {
    await forget();
    status.textContent = status.dataset.fait;
  });
})();
