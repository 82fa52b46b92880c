// Small comforts; every page works without them.
(() => {
  const button = document.querySelector(".bouton-menu");
  const menu = document.getElementById("menu");
  const languages = document.querySelector(".langues");

  const setMenu = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("ouvert", open);
  };

  if (button && menu) {
    button.addEventListener("click", () => setMenu(button.getAttribute("aria-expanded") !== "true"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (languages && languages.open) {
      languages.open = false;
      languages.querySelector("summary").focus();
    } else if (button && button.getAttribute("aria-expanded") === "true") {
      setMenu(false);
      button.focus();
    }
  });

  document.addEventListener("click", (event) => {
    if (languages && languages.open && !languages.contains(event.target)) languages.open = false;
  });

  // On a disk a browser shows the files of a folder, where a server shows its page.
  globalThis.vitrineAdresse = (address) => (location.protocol === "file:" ? address.replace(/(^|\/)(?=[?#]|$)/, "$1index.html") : address);

  // What other scripts share: an element with its properties, attributes and children, those that are false left out …
  globalThis.vitrineElement = (tag, given = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) name in node ? (node[name] = value) : node.setAttribute(name, value);
    node.append(...children.filter(Boolean));
    return node;
  };
  // … and a count said in words, in the plural form of the page's language.
  globalThis.vitrineCompte = (forms, n) => {
    const rules = new Intl.PluralRules(document.documentElement.lang);
    const form = typeof forms === "string" ? forms : (n === 0 && forms.zero) || forms[rules.select(n)] || forms.other;
    return form.replace("{n}", n);
  };

  // The search comes when someone is about to type, or when the address holds a question.
  const search = document.querySelector(".recherche");
  const loaded = new Set((document.currentScript.dataset.compris || "").split(" ")); // scripts that stand in this very file
  const load = (list) => {
    for (const src of list.split(" ")) {
      if (loaded.has(src)) continue;
      loaded.add(src);
      document.head.append(vitrineElement("script", { src, async: false }));
    }
  };
  if (search) {
    const start = () => {
      if (search.dataset.style) document.head.append(vitrineElement("link", { rel: "stylesheet", href: search.dataset.style }));
      load(search.dataset.script);
    };
    if (document.getElementById("resultats-page") && new URLSearchParams(location.search).get("q")) start();
    else search.addEventListener("focusin", start, { once: true });
  }

  // On a kiosk, its mode follows from page to page until the tab is closed.
  let kiosk = false;
  try {
    kiosk = Boolean(sessionStorage.getItem("vitrine.borne"));
    if (kiosk) load(document.body.dataset.borne);
  } catch {
    // The browser refuses to keep anything: there is no kiosk.
  }

  // Opened from a disk, a folder would list its files: go to the page in it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  });

  // What a visitor keeps: addresses of records, on this device only, apart for each site.
  const place = document.querySelector(".ma-selection");
  if (place) {
    const key = "vitrine.selection:" + new URL(place.dataset.site, location).pathname;
    const read = () => {
      try {
        const kept = JSON.parse(localStorage.getItem(key) || "[]");
        return Array.isArray(kept) ? kept.filter((address) => typeof address === "string") : [];
      } catch {
        return [];
      }
    };
    const tell = () => {
      const kept = read();
      place.hidden = !kept.length;
      place.querySelector(".compte").textContent = kept.length;
      for (const button of document.querySelectorAll(".garder button")) button.setAttribute("aria-pressed", String(kept.includes(button.value)));
    };
    const write = (kept) => {
      try {
        if (kept.length) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // The browser refuses to keep anything: the buttons stay as they are.
      }
      tell();
      dispatchEvent(new Event("vitrine-selection"));
    };
    // Former address → that of today.
    const rename = (names) => {
      const kept = read();
      if (kept.some((address) => names.has(address))) write([...new Set(kept.map((address) => names.get(address) || address))]);
    };
    globalThis.vitrineSelection = { read, write, rename };
    const model = document.getElementById("a-garder")?.content;
    for (const holder of document.querySelectorAll("[data-garder]")) {
      const button = vitrineElement("button", { type: "button", className: "bouton second", value: holder.dataset.garder }, model.cloneNode(true));
      button.addEventListener("click", () => {
        const kept = read();
        write(kept.includes(button.value) ? kept.filter((address) => address !== button.value) : [...kept, button.value]);
      });
      holder.append(button);
      rename(new Map(holder.dataset.anciennes?.split(" ").map((address) => [address, button.value])));
    }
    addEventListener("storage", tell);
    tell();
  }

  // What was read, and what is kept, can be read again without a network: sw.js keeps it. A kiosk keeps nothing of its visitors.
  const worker = document.body.dataset.sw && new URL(document.body.dataset.sw, location).href;
  const { serviceWorker } = navigator;
  if (worker && serviceWorker && !kiosk && location.protocol !== "file:") {
    const controls = () => serviceWorker.controller?.scriptURL === worker;
    const came = controls();
    const ask = () => {
      const kept = (place && globalThis.vitrineSelection.read().slice(-25).map((address) => new URL("../" + address, place.href).href)) || [];
      if (controls()) serviceWorker.controller.postMessage([...(came ? [] : [location.href]), ...(kept.length ? [place.href, ...kept] : [])]);
    };
    serviceWorker.addEventListener("controllerchange", ask);
    addEventListener("vitrine-selection", ask);
    addEventListener("load", () => serviceWorker.register(worker).then(ask, () => {})); // a browser may refuse: pages are read online
  }

  // A button that prints the page; without it, the browser's own menu does.
  for (const place of document.querySelectorAll(".imprimer")) {
    place.prepend(place.querySelector("template").content.cloneNode(true));
    place.querySelector("button").addEventListener("click", () => print());
  }

  // Closed details do not print: open them for the time of the printing.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
})();
