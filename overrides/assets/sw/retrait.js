// This site keeps nothing on devices any more: what was kept goes, and the worker with it.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(forget()));
