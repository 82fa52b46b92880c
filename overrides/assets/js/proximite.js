// « Près de chez vous »: someone says where they live, what the page lists comes in order of distance.
// Nothing leaves the browser: files of communes are loaded as scripts, the choice stays after the # of the address.
(() => {
  const panel = document.querySelector(".proximite");
  const form = panel.querySelector("form");
  const input = form.querySelector("input");
  const status = panel.querySelector("[role=status]");
  const reach = panel.querySelector("fieldset");
  const back = panel.querySelector(".effacer");
  const platforms = document.getElementById("annuaire");
  const texts = JSON.parse(panel.dataset.textes);
  const language = document.documentElement.lang;
  const POST = /\b\d{5}\b/;
  const SHOWN = 8, FILES = 2, EARTH = 6371;
  let index, rules;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "string" ? "\u2068" + values[name] + "\u2069" : values[name]));
  const plural = (forms, n, values = {}) => fill(vitrineCompte(forms, n), values);
  const make = globalThis.vitrineElement;

  // -- files: each is one call of vitrineCommunes(rows)

  const received = new WeakMap();
  const asked = new Map();
  window.vitrineCommunes = (data) => received.set(document.currentScript, data);
  const file = (address) => {
    if (!asked.has(address)) {
      const script = make("script", { src: panel.dataset.racine + address });
      const coming = new Promise((resolve, reject) => {
        script.addEventListener("load", () => resolve(received.get(script)));
        script.addEventListener("error", () => reject(new Error(address)));
      });
      asked.set(address, coming);
      coming.catch(() => asked.delete(address));
      document.head.append(script);
    }
    return asked.get(address);
  };
  const start = async () => {
    index = await file(panel.dataset.communes);
    rules = index.regles;
  };
  // An Insee code or a post code → département; Corsica has two for its post codes.
  const departementOf = (code) => (code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2));
  const isKnown = (code) => Object.hasOwn(index.departements, code);
  const departementsOf = (post) => (post.startsWith("20") ? ["2A", "2B"] : [departementOf(post)]).filter(isKnown);
  const readCommune = (row) => {
    const [code, name, posts, latitude, longitude, former] = row.split(";");
    const point = latitude ? [Number(latitude), Number(longitude)] : null;
    return { code, name, posts: posts ? posts.split(" ") : [], point, former: former ? former.split("|") : [], departement: departementOf(code) };
  };
  const communesOf = async (departements) => {
    const addresses = new Set(departements.filter(isKnown).map((code) => index.departements[code][1]));
    const files = await Promise.all([...addresses].map(file));
    return files.flatMap((rows) => rows.split("\n").map(readCommune));
  };

  // -- names: the same rules as src/vitrine/communes/noms.py

  const key = (text) => {
    let folded = text.replace(/\bcedex\b.*/i, "").toLowerCase();
    for (const [sign, letters] of Object.entries(rules.ligatures)) folded = folded.replaceAll(sign, letters);
    const words = (folded.normalize("NFD").replace(/\p{M}/gu, "").match(/[a-z0-9]+/g) || []).map((word) =>
      Object.hasOwn(rules.courts, word) ? rules.courts[word] : word.replace(/^(\d+)(?:er|e|eme|nd|nde)$/, "$1"),
    );
    return (words.length > 1 && rules.articles.includes(words[0]) ? words.slice(1) : words).join(" ");
  };
  // Digits typed with another script's keyboard are digits too.
  const latin = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

  // -- what was typed → options { hash, label, detail, rank }

  const optionOf = (code, label, detail, rank) => ({ hash: "commune=" + code, label, detail, rank });
  const areaOf = (code) => index.departements[code][0];
  const wholeArea = (code) => ({ hash: "departement=" + code, label: areaOf(code), detail: texts.departement, rank: 1 });
  const named = (commune, name) => {
    const found = [];
    const place = [commune.posts.slice(0, 3).join(", ") + (commune.posts.length > 3 ? "…" : ""), areaOf(commune.departement)].filter(Boolean).join(" · ");
    for (const [position, one] of [commune.name, ...commune.former].entries()) {
      const own = key(one);
      const rank = own === name ? 0 : own.startsWith(name) ? 2 : (" " + own).includes(" " + name) ? 4 : null;
      if (rank === null || (position && found.length)) continue;
      const now = position ? fill(texts.aujourd_hui, { nom: commune.name }) + " · " : "";
      found.push(optionOf(commune.code, one, now + place, rank + (position ? 1 : 0)));
    }
    return found;
  };
  const byPost = async (post, name) => {
    const known = index.codes[post] || departementsOf(post);
    const all = await communesOf(index.noms.length ? known : Object.keys(index.departements));
    const served = all.filter((commune) => commune.posts.includes(post)).flatMap((commune) => named(commune, "").slice(0, 1));
    const within = all.filter((commune) => known.includes(commune.departement) && name).flatMap((commune) => named(commune, name));
    const both = within.filter((option) => served.some((other) => other.hash === option.hash));
    // A CEDEX code stands in no table: the name says more, else the département.
    const exact = within.filter((option) => option.rank < 2);
    return [both, exact, served, within].find((found) => found.length) || known.map(wholeArea);
  };
  const byName = async (name) => {
    const areas = Object.keys(index.departements).filter((code) => name.length > 2 && key(areaOf(code)).startsWith(name)).map(wholeArea);
    if (!index.noms.length) return [...(await communesOf(Object.keys(index.departements))).flatMap((commune) => named(commune, name)), ...areas];
    const lastFrom = (limit) => Math.max(0, index.noms.filter(([start]) => start <= limit).length - 1);
    const [first, last] = [lastFrom(name), lastFrom(name + "~")];
    const many = last - first >= FILES;
    const files = await Promise.all(index.noms.slice(first, many ? first + 1 : last + 1).map(([, address]) => file(address)));
    const found = files.flatMap((rows) => rows.split("\n")).flatMap((row) => {
      const [code, label, now] = row.split(";");
      const own = key(label);
      const rank = own === name ? 0 : own.startsWith(name) && !many ? 2 : null;
      const detail = (now ? fill(texts.aujourd_hui, { nom: now }) + " · " : "") + areaOf(departementOf(code));
      return rank === null ? [] : [optionOf(code, label, detail, rank + (now ? 1 : 0))];
    });
    found.sort((a, b) => a.label.length - b.label.length);
    return found.length || areas.length || !many ? [...found, ...areas] : null;
  };
  // null when more must be typed
  const options = async (typed) => {
    const text = latin(typed).trim();
    const post = (text.match(POST) || [])[0];
    const name = key(post ? text.replace(post, "") : text);
    let found;
    if (post) found = await byPost(post, name);
    else if (/^(\d{1,4}|2[ab])$/i.test(text)) {
      const areas = departementsOf(text.toUpperCase());
      found = areas.length ? areas.map(wholeArea) : null;
    } else found = name.length > 1 ? await byName(name) : name || !text ? null : [];
    return found && found.sort((a, b) => a.rank - b.rank);
  };

  // -- the field and its list

  const list = make("div", { class: "resultats", hidden: true });
  form.querySelector(".saisie").after(list);
  let turn = 0;
  const propose = async () => {
    const mine = ++turn;
    let found;
    try {
      if (!index) await start();
      found = await options(input.value);
    } catch {
      if (mine === turn) status.textContent = texts.panne;
      return;
    }
    if (mine !== turn) return;
    show(found);
    return found;
  };
  const show = (found) => {
    list.replaceChildren();
    if (!found) {
      combobox.open(false);
      status.textContent = input.value.trim() ? texts.suite : "";
      return;
    }
    // All the communes of a post code, however many; of those that begin alike, the first.
    const most = POST.test(latin(input.value)) ? Infinity : SHOWN;
    const more = found.length > most ? " " + texts.suite : "";
    status.textContent = found.length || platforms ? plural(texts.proposees, Math.min(found.length, most)) + more : texts.hors;
    if (found.length) {
      const rows = found.slice(0, most).map((option, place) => {
        const detail = make("span", { class: "resultat-resume" }, make("bdi", {}, option.detail));
        const row = make("div", { role: "option", id: "choix-" + place, "aria-selected": "false" }, make("span", { class: "resultat-titre" }, make("bdi", { lang: "fr" }, option.label)), detail);
        row.addEventListener("click", () => choose(option));
        return row;
      });
      list.append(make("div", { role: "listbox", id: "choix-communes", "aria-label": texts.suggestions }, ...rows));
      if (more) list.append(make("p", { class: "resultat-tous" }, texts.suite));
    } else if (panel.dataset.ailleurs) {
      list.append(make("p", { class: "resultat-tous" }, make("a", { href: panel.dataset.ailleurs }, texts.ailleurs)));
    }
    combobox.open(list.childElementCount > 0);
  };
  const hash = () => new URLSearchParams(location.hash.slice(1));
  const go = (wanted) => {
    const radius = reach.querySelector(":checked").value;
    const next = wanted + (radius ? "&rayon=" + radius : "");
    if (location.hash.slice(1) === next) render();
    else location.hash = next;
  };
  const choose = (option) => {
    turn += 1;
    combobox.open(false);
    input.value = option.label;
    go(option.hash);
  };

  // -- what is listed

  const sections = [...document.querySelectorAll("section[data-lieux]")].map((section) => ({
    groups: section.querySelector(".groupes"),
    near: section.querySelector(".proches"),
    items: [...section.querySelectorAll(".carte")].map((node) => ({
      node,
      home: node.parentNode,
      point: node.dataset.lieu && node.dataset.lieu.split(" ").map(Number),
      commune: node.dataset.commune,
      departements: node.dataset.departements ? node.dataset.departements.split(" ") : [],
      wide: "partout" in node.dataset,
      online: "enLigne" in node.dataset,
    })),
  }));
  const kilometres = (from, to) => {
    const [a, b, c, d] = [from[0], to[0], from[1], to[1]].map((degrees) => (degrees * Math.PI) / 180);
    const chord = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin((d - c) / 2) ** 2;
    return 2 * EARTH * Math.asin(Math.sqrt(chord));
  };
  const said = (item, here, km) => {
    if (item.online) return texts["distance.en_ligne"];
    const far = item.commune && item.commune === here.code ? texts["distance.ici"] : km === null ? null : plural(texts["distance.km"], Math.round(km));
    return [far, item.wide ? texts["distance.partout"] : null].filter(Boolean).join(" · ") || (here.code ? texts["distance.inconnue"] : "");
  };
  const tell = (item, text) => {
    const place = item.node.querySelector(".distance") || make("p", { class: "distance" });
    place.textContent = text;
    if (text) item.node.prepend(place);
    else place.remove();
  };
  const sortSection = ({ groups, near, items }, here, radius) => {
    const measured = items
      .filter((item) => !item.departements.length || item.departements.includes(here.departement) || item.point)
      .map((item) => {
        const serves = item.wide && (!item.departements.length || item.departements.includes(here.departement));
        const seen = { ...item, wide: serves };
        const km = item.point && here.point ? kilometres(here.point, item.point) : null;
        const order = km ?? (serves ? 1e6 : item.online ? 1e7 : 1e8);
        return { item: seen, km, order };
      })
      .sort((a, b) => a.order - b.order);
    const shown = measured.filter(({ item, km }) => km === null || km <= radius || item.wide || item.online);
    for (const { item, km } of shown) tell(item, said(item, here, km));
    near.querySelector("ul").replaceChildren(...shown.map(({ item }) => item.node));
    const empty = near.querySelector(".rien");
    const next = measured.find(({ km }) => km !== null && km > radius);
    empty.hidden = shown.length > 0;
    empty.textContent = texts.vide + (next ? " " + fill(texts["vide.plus_loin"], { n: Math.round(next.km) }) : "");
    groups.hidden = true;
    near.hidden = false;
    return shown.length;
  };
  const sortPlatforms = (departement) => {
    if (!platforms) return 0;
    const cards = [...platforms.querySelectorAll("[data-departement]")];
    for (const card of cards) card.hidden = Boolean(departement) && card.dataset.departement !== departement;
    const found = cards.filter((card) => !card.hidden).length;
    const help = platforms.querySelector(".sans-plateforme");
    help.hidden = Boolean(departement) && found > 0;
    help.querySelector("p").hidden = Boolean(departement);
    const title = platforms.querySelector("h2");
    title.dataset.tous ||= title.textContent;
    title.textContent = !departement ? title.dataset.tous : found ? title.dataset.choisi : title.dataset.aucune;
    return departement ? found : 0;
  };
  const reset = () => {
    for (const { groups, near, items } of sections) {
      for (const item of items) {
        item.home.append(item.node);
        tell(item, "");
      }
      groups.hidden = false;
      near.hidden = true;
    }
    sortPlatforms("");
    reach.hidden = back.hidden = true;
    input.value = status.textContent = "";
  };
  const find = async (wanted) => {
    if (!index) await start();
    const code = wanted.get("commune");
    if (!code) {
      const departement = wanted.get("departement");
      return departement && isKnown(departement) ? { departement, label: areaOf(departement), point: null } : null;
    }
    const commune = (await communesOf([departementOf(code)])).find((one) => one.code === code);
    return commune ? { ...commune, label: commune.name } : null;
  };
  const render = async () => {
    const wanted = hash();
    if (!wanted.has("commune") && !wanted.has("departement")) return location.hash ? undefined : reset(); // an anchor of the page
    const mine = ++turn;
    let here;
    try {
      here = await find(wanted);
    } catch {
      status.textContent = texts.panne;
      return;
    }
    if (mine !== turn) return;
    if (!here) {
      reset();
      status.textContent = texts.inconnue;
      return;
    }
    const radius = [...reach.querySelectorAll("input")].find((box) => box.value === (wanted.get("rayon") || "")) || reach.querySelector("[value='']");
    radius.checked = true;
    reach.hidden = !here.point || !sections.length;
    back.hidden = false;
    input.value = here.label;
    const found = sections.map((section) => sortSection(section, here, Number(radius.value) || Infinity));
    const count = found.reduce((sum, n) => sum + n, 0) + sortPlatforms(here.departement);
    status.textContent = count || sections.length ? plural(texts.compte, count, { lieu: here.label }) : texts["plateforme.aucune"];
  };

  form.hidden = false;
  const combobox = vitrineCombobox(form, input, list, propose);
  input.addEventListener("input", propose);
  input.addEventListener("focus", () => index || start().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = await propose();
    if (found && (found.length === 1 || (found.length && found[0].rank === 0 && found[1].rank > 0))) choose(found[0]);
  });
  reach.addEventListener("change", () => {
    const wanted = hash();
    wanted.delete("rayon");
    go(wanted.toString());
  });
  back.querySelector("button").addEventListener("click", () => {
    location.hash = "";
    input.focus();
  });
  addEventListener("hashchange", render);
  render();
})();
