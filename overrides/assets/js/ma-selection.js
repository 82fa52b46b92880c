// The page of what a visitor keeps: shown, printed, shared, exported, erased; all of it on this device.
(() => {
  const root = document.querySelector(".selection");
  const texts = JSON.parse(root.dataset.textes);
  const { read, write, rename } = globalThis.vitrineSelection;
  const status = root.querySelector("[role=status]");
  const lists = root.querySelector(".listes");
  const link = root.querySelector("input");
  const drawing = root.querySelector(".qr");
  const button = (name) => root.querySelector(`[data-action=${name}]`);
  let known, names;

  const make = globalThis.vitrineElement;
  const count = globalThis.vitrineCompte;

  // -- what is shown: what was shared, if the address says so, else what is kept

  const shared = () => {
    try {
      if (!location.hash.startsWith("#s=")) return null;
      const said = decodeURIComponent(location.hash.slice(3)).split(",").slice(0, 200);
      return [...new Set(said.map((address) => names.get(address) || address))];
    } catch {
      return null;
    }
  };
  const shown = () => (shared() || read()).filter((address) => Object.hasOwn(known, address));
  const lost = () => (shared() || read()).filter((address) => !Object.hasOwn(known, address));
  const address = () => {
    const here = location.protocol.startsWith("http") ? location.href.replace(/[?#].*/, "") : root.dataset.adresse;
    return here + "#s=" + shown().join(",");
  };

  const followed = (said) => make("a", { href: said[1], dir: "ltr", textContent: said[0] });
  const french = (said) => make("span", { lang: said[2], dir: "ltr", textContent: said[0] });
  const detail = (said) => make("p", {}, typeof said === "string" ? said : said[1] ? followed(said) : french(said));
  const card = (place) => {
    const [, title, language, details] = known[place];
    const name = make("a", { href: vitrineAdresse(root.dataset.racine + place), textContent: title });
    const text = make("div", {}, make("h3", {}, name), ...details.map(detail));
    if (language !== document.documentElement.lang) Object.assign(text, { lang: language, dir: "ltr" });
    const item = make("li", {}, text);
    if (!shared()) {
      const remove = make("button", { type: "button", className: "bouton second" }, texts.retirer, make("span", { className: "invisible", textContent: " – " + title }));
      remove.addEventListener("click", () => {
        const position = [...lists.querySelectorAll("li")].indexOf(item);
        write(read().filter((kept) => kept !== place));
        show();
        const left = [...lists.querySelectorAll("h3 a")];
        (left[Math.min(position, left.length - 1)] || root.querySelector("h2")).focus();
      });
      item.append(remove);
    }
    return item;
  };
  const show = () => {
    const found = shown();
    lists.replaceChildren();
    for (const [kind, label] of texts.genres) {
      const own = found.filter((place) => known[place][0] === kind);
      if (own.length) lists.append(make("h2", { textContent: label }), make("ul", { className: "gardees" }, ...own.map(card)));
    }
    const gone = lost().length;
    status.textContent = [count(shared() ? texts.recue : texts.compte, found.length), gone ? count(texts.perdues, gone) : ""].filter(Boolean).join(" ");
    for (const part of root.querySelectorAll("[data-si=plein]")) part.hidden = !found.length;
    for (const part of root.querySelectorAll("[data-si=recue]")) part.hidden = !shared();
    for (const part of root.querySelectorAll("[data-si=gardee]")) part.hidden = Boolean(shared()) || !read().length;
    link.value = address();
    drawing.replaceChildren();
    root.querySelector("h2").tabIndex = -1;
  };

  const draw = () => drawing.replaceChildren(globalThis.vitrineQr(address(), texts.qr) || make("p", { textContent: texts.trop }));

  // -- what one can do with it

  const say = (text) => (status.textContent = text);
  const file = () => {
    const parts = shown().map((place) => {
      const [, title, , details] = known[place];
      return [title, ...details.map((said) => (typeof said === "string" ? said : said[0])), new URL(root.dataset.racine + place, address()).href].join("\r\n");
    });
    return [document.title, ...parts, address()].join("\r\n\r\n") + "\r\n";
  };
  const actions = {
    imprimer: () => print(),
    copier: async () => {
      link.select();
      try {
        await navigator.clipboard.writeText(link.value);
        say(texts.copie);
      } catch {
        say(texts.a_copier);
      }
    },
    qr: draw,
    exporter: () => {
      const url = URL.createObjectURL(new Blob(["\ufeff" + file()], { type: "text/plain;charset=utf-8" }));
      make("a", { href: url, download: root.dataset.fichier }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    },
    effacer: () => {
      write([]);
      show();
      root.querySelector("h2").focus();
    },
    garder: () => {
      write([...new Set([...read(), ...shown()])]);
      history.replaceState(null, "", location.pathname);
      show();
      root.querySelector("h2").focus();
    },
  };
  for (const [name, act] of Object.entries(actions)) button(name).addEventListener("click", act);
  addEventListener("hashchange", show);
  addEventListener("storage", show);

  globalThis.vitrineCarnet = ({ fiches, anciennes = {} }) => {
    known = fiches;
    names = new Map(Object.entries(anciennes));
    rename(names);
    root.hidden = false;
    show();
  };
  document.head.append(make("script", { src: root.dataset.donnees }));
})();
