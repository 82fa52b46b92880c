// A shared screen: nobody leaves the site, and after a rest all that the visitor left is erased and the first page comes back.
(() => {
  const key = "vitrine.borne";
  const folder = new URL(".", document.currentScript.src);
  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const write = (state) => sessionStorage.setItem(key, JSON.stringify(state));
  const here = () => location.href.replace(/#.*/, "");

  // -- the team starts and stops the mode from its own page

  const team = document.querySelector(".borne-equipe");
  const start = () => {
    try {
      write({ accueil: here(), site: new URL(team.dataset.site, here()).href.replace(/index\.html$/, ""), vues: [] });
    } catch {
      team.querySelector("[role=status]").textContent = team.querySelector("[role=status]").dataset.refus;
      return;
    }
    history.replaceState(null, "", location.pathname);
    location.reload();
  };
  if (team) {
    const button = team.querySelector("button");
    button.addEventListener("click", start);
    const obey = () => {
      if (location.hash === "#demarrer" && !read()) start();
      if (location.hash === "#arreter" && read()) {
        sessionStorage.removeItem(key);
        location.replace(here());
      }
    };
    addEventListener("hashchange", obey);
    obey();
    button.hidden = Boolean(read());
  }
  const mode = read();

  globalThis.vitrineBorne = ({ delai: rest, avertissement: notice, style, textes: texts }) => {
    if (!mode) return;
    globalThis.vitrineOublier().catch(() => {}); // pages kept before the mode began, or by another tab
    const first = () => here() === mode.accueil;

    // -- the way back never leads to what the visitor before has seen

    const guard = () => {
      const state = read() || mode;
      const returned = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
      if (first()) write({ ...state, vues: [location.pathname] });
      else if (returned && !state.vues.includes(location.pathname)) location.replace(mode.accueil);
      else write({ ...state, vues: [...new Set([...state.vues, location.pathname])] });
    };
    guard();
    addEventListener("pageshow", (event) => {
      if (event.persisted && !first() && !read()?.vues.includes(location.pathname)) location.replace(mode.accueil);
    });

    // -- dialogs: where a link would have led, and the warning

    const make = globalThis.vitrineElement;
    const dialog = (role, title, parts, label) => {
      const heading = make("h2", { id: "borne-titre-" + role, textContent: title });
      const button = make("button", { type: "button", className: "bouton grand", textContent: label, autofocus: true });
      const box = make("dialog", { className: "borne-dialogue", role, "aria-labelledby": heading.id }, heading, ...parts, make("p", {}, button));
      box.addEventListener("close", () => box.remove());
      button.addEventListener("click", () => box.close());
      document.body.append(box);
      box.showModal();
      return box;
    };
    const qr = (text) => globalThis.vitrineQr(text, texts.qr.replace("{adresse}", text));
    const show = (name, target, shown) =>
      dialog("dialog", texts[name], [make("p", { textContent: texts[name + ".texte"] }), qr(target), make("p", { className: "borne-cible", dir: "ltr", textContent: shown })], texts.fermer);

    // The public address of a page of this site, which another device can open; its own address when nobody has said where the site is.
    const within = (url) => url.slice(mode.site.length).replace(/index\.html$/, "");
    const canonical = document.querySelector("link[rel=canonical]")?.href || "";
    const known = canonical && canonical.endsWith(within(here())) && !new URL(canonical).hostname.endsWith(".example");
    const root = known ? canonical.slice(0, canonical.length - within(here()).length) : mode.site;
    const outside = (url) => (url.startsWith(mode.site) ? root + within(url) : url);
    const address = known || location.protocol.startsWith("http") ? outside(location.href) : "";

    // -- no way out of the site

    const inside = (link) => link.href.startsWith(mode.site) && /(\/|\.html)$/.test(link.pathname);
    const explain = (link) => {
      if (link.protocol === "tel:") show("appel", link.href, link.textContent.trim());
      else if (link.protocol === "mailto:") show("courriel", link.href, link.pathname);
      else show("ailleurs", outside(link.href), outside(link.href));
    };
    const hold = (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.download) return;
      const aside = event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.target;
      if (inside(link) && !aside) return;
      event.preventDefault();
      event.stopPropagation();
      if (!inside(link)) explain(link);
      else if (event.type === "click") location.href = link.href;
    };
    document.addEventListener("click", hold, true);
    document.addEventListener("auxclick", hold, true);
    document.addEventListener("contextmenu", (event) => event.preventDefault());

    const again = make("a", { className: "bouton", href: mode.accueil, textContent: texts.debut });
    const away = make("button", { type: "button", className: "bouton second", textContent: texts.emporter });
    away.addEventListener("click", () => show("emporter", address, address));
    const bar = make("nav", { className: "borne-barre", "aria-label": texts.barre }, !first() && again, address && away);
    if (bar.children.length) document.body.append(bar);
    document.head.append(make("link", { rel: "stylesheet", href: new URL(style, folder).href }));
    document.documentElement.classList.add("borne");

    // -- after a rest: a warning that any gesture answers, then a new beginning

    let sleep, count, warning;
    const kept = () => Object.keys(localStorage).some((name) => name.startsWith("vitrine."));
    const restart = () => {
      for (const store of [localStorage, sessionStorage]) {
        for (const name of Object.keys(store)) if (name.startsWith("vitrine.") && name !== key) store.removeItem(name);
      }
      write({ ...mode, vues: [] });
      for (const form of document.querySelectorAll("form")) form.reset();
      for (const box of document.querySelectorAll("input:checked")) box.checked = false;
      location.replace(mode.accueil);
    };
    const warn = () => {
      if (first() && !kept()) {
        document.querySelector("dialog[open]")?.close();
        return scrollTo(0, 0);
      }
      let left = notice;
      const title = () => texts.recommence.replace("{n}", left);
      const box = (warning = dialog("alertdialog", title(), [make("p", { textContent: texts["recommence.texte"] })], texts.rester));
      box.addEventListener("close", wake);
      count = setInterval(() => {
        left -= 1;
        if (left > 0) return (box.querySelector("h2").textContent = title());
        clearInterval(count);
        restart();
      }, 1000);
    };
    const wake = () => {
      clearTimeout(sleep);
      clearInterval(count);
      const box = warning;
      warning = null;
      box?.close();
      if (rest) sleep = setTimeout(warn, rest * 1000);
    };
    // A finger on the button of the warning is answered by its click: were the warning gone before, what lies beneath would be touched.
    const onButton = ({ type, target }) => type !== "click" && type !== "keydown" && target.closest?.(".borne-dialogue button");
    for (const gesture of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input", "click"]) {
      addEventListener(gesture, (event) => !onButton(event) && wake(), { capture: true, passive: true });
    }
    wake();
  };
})();
