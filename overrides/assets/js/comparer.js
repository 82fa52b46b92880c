// The comparison: up to three professions side by side, chosen in lists and kept in the address.
(() => {
  const AT_MOST = 3;
  const root = document.querySelector(".comparateur");
  const result = root.querySelector(".resultat");
  const table = root.querySelector("table");
  const status = root.querySelector("[role=status]");
  const different = root.querySelector("input[type=checkbox]");
  const files = JSON.parse(root.dataset.fichiers);
  const forms = JSON.parse(root.dataset.compte);
  const rows = new Map([...document.querySelectorAll("tr[data-metier]")].map((row) => [row.dataset.metier, row]));
  const family = (slug) => rows.get(slug).parentNode.dataset.famille;
  const sheets = new Map();
  const loading = new Set();
  let themes = [];

  const make = globalThis.vitrineElement;

  // -- the lists

  const options = () => {
    const groups = [make("option", { value: "", textContent: root.dataset.aucun })];
    for (const body of document.querySelectorAll("tbody[data-famille]")) {
      const group = make("optgroup", { label: body.querySelector("th").textContent });
      for (const row of body.querySelectorAll("[data-metier]"))
        group.append(make("option", { value: row.dataset.metier, textContent: row.querySelector("a").textContent }));
      groups.push(group);
    }
    return groups;
  };
  const lists = Array.from({ length: AT_MOST }, (_, place) => {
    const list = make("select", {}, ...options());
    const label = make("label", {}, make("span", { textContent: root.dataset.metier.replace("{n}", place + 1) }), list);
    root.querySelector(".trois").append(label);
    return list;
  });
  const chosen = () => [...new Set(lists.map((list) => list.value).filter(Boolean))];

  // -- the table

  const spoken = (node, language) => {
    if (language !== document.documentElement.lang) Object.assign(node, { lang: language, dir: "ltr" });
    return node;
  };
  const item = (said) =>
    typeof said === "string"
      ? document.createTextNode(said)
      : make(said[1] ? "a" : "span", {
          textContent: said[0], ...(said[1] ? { href: vitrineAdresse(root.dataset.racine + said[1]) } : {}), ...(said[2] ? { lang: said[2], dir: "ltr" } : {}),
        });
  const fill = (cell, items) => {
    if (items.length > 1) cell.append(make("ul", {}, ...items.map((said) => make("li", {}, item(said)))));
    else if (items.length) cell.append(item(items[0]));
    else cell.append(make("span", { className: "vide", textContent: root.dataset.vide }));
    return cell;
  };
  const head = (slugs) =>
    make("thead", {}, make("tr", {}, ...slugs.map((slug, place) => {
      const name = rows.get(slug).querySelector("th");
      const cell = make("th", { scope: "col", id: "metier-" + place }, name.querySelector("a").cloneNode(true));
      return spoken(cell, name.lang || document.documentElement.lang);
    })));
  const body = (slugs) => {
    const found = [];
    let number = 0;
    for (const [rank, [theme, titles]] of themes.entries()) {
      const above = "theme-" + rank;
      const part = make("tbody", {}, make("tr", {}, make("th", { id: above, scope: "rowgroup", colSpan: slugs.length, className: "theme", textContent: theme })));
      for (const title of titles) {
        const cells = slugs.map((slug) => sheets.get(slug)[1][number]);
        const same = slugs.length > 1 && cells.every((cell) => JSON.stringify(cell) === JSON.stringify(cells[0]));
        const id = "ligne-" + number++;
        if (same && different.checked) continue;
        part.append(
          make("tr", {}, make("th", { id, colSpan: slugs.length, className: "ligne", textContent: title })),
          make("tr", {}, ...cells.map((cell, place) =>
            spoken(fill(make("td", { headers: `${above} ${id} metier-${place}` }), cell), sheets.get(slugs[place])[0]))),
        );
      }
      if (part.children.length > 1) found.push(part);
    }
    return found;
  };

  const show = () => {
    const slugs = chosen();
    const missing = slugs.filter((slug) => !sheets.has(slug)).map(family).filter((name) => !loading.has(name));
    for (const name of new Set(missing)) {
      loading.add(name);
      document.head.append(make("script", { src: files[name] }));
    }
    if (slugs.some((slug) => !sheets.has(slug))) return;
    status.textContent = vitrineCompte(forms, slugs.length);
    result.hidden = !slugs.length;
    const caption = make("caption", { className: "invisible", textContent: table.getAttribute("aria-label") });
    table.replaceChildren(...(slugs.length ? [caption, head(slugs), ...body(slugs)] : []));
  };
  globalThis.vitrineComparaison = ({ groupes, metiers }) => {
    themes = groupes;
    for (const [slug, sheet] of Object.entries(metiers)) sheets.set(slug, sheet);
    show();
  };

  // -- the address

  const recall = () => {
    const wanted = (new URLSearchParams(location.search).get("m") || "").split(",").filter((slug) => rows.has(slug));
    lists.forEach((list, place) => (list.value = wanted[place] || ""));
    show();
  };
  root.addEventListener("change", (event) => {
    if (event.target !== different) history.replaceState(null, "", chosen().length ? "?m=" + chosen().join(",") : location.pathname);
    show();
  });
  root.querySelector("button").addEventListener("click", () => print());
  root.hidden = false;
  recall();
})();
