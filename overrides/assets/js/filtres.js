// Filters of a list: the plain links become boxes to tick, combined on the page and kept in the address.
(() => {
  const panel = document.querySelector(".filtres[data-compte]");
  const status = panel.querySelector("[role=status]");
  const cards = [...document.querySelectorAll("[data-marques]")].map((node) => ({ node, marks: BigInt("0x" + node.dataset.marques) }));
  const forms = JSON.parse(panel.dataset.compte);
  const make = globalThis.vitrineElement;

  // A link to the page of one value → a box with the same words and count; the marks of a card have a bit for each box.
  const boxes = [...panel.querySelectorAll("a[data-filtre]")].map((link, place) => {
    const box = make("input", { type: "checkbox", value: link.dataset.filtre });
    const label = make("label", {}, box, ...link.childNodes);
    link.replaceWith(label);
    return { box, mark: 1n << BigInt(place), count: label.querySelector(".compte"), group: box.value.split(":")[0] };
  });
  panel.prepend(make("p", {}, panel.dataset.ensemble));
  const clear = make("button", { type: "button", className: "bouton second", textContent: panel.dataset.effacer });
  status.after(clear);

  const chosen = () => {
    const groups = new Map();
    for (const { box, mark, group } of boxes) if (box.checked) groups.set(group, (groups.get(group) || 0n) | mark);
    return groups;
  };
  // Within a group one value is enough; every group that has a choice must be met.
  const matches = (marks, groups, except) => [...groups].every(([group, wanted]) => group === except || marks & wanted);

  const apply = () => {
    const groups = chosen();
    let shown = 0;
    for (const { node, marks } of cards) {
      node.hidden = !matches(marks, groups);
      if (!node.hidden) shown += 1;
    }
    for (const section of document.querySelectorAll("section")) {
      const own = [...section.querySelectorAll("[data-marques]")];
      if (own.length) section.hidden = own.every((node) => node.hidden);
    }
    for (const { box, mark, count: place, group } of boxes) {
      const left = cards.filter(({ marks }) => marks & mark && matches(marks, groups, group)).length;
      place.textContent = left;
      box.disabled = !left && !box.checked;
    }
    clear.hidden = !groups.size;
    status.textContent = groups.size ? vitrineCompte(forms, shown) : "";
    return groups;
  };
  const remember = (groups) => {
    const codes = (wanted) => boxes.filter(({ mark }) => mark & wanted).map(({ box }) => box.value.split(":")[1]);
    const query = [...groups].map(([group, wanted]) => group + "=" + codes(wanted).join(",")).join("&");
    history.pushState(null, "", query ? "?" + query : location.pathname);
  };
  const recall = () => {
    const wanted = new Set();
    for (const [group, values] of new URLSearchParams(location.search)) for (const value of values.split(",")) wanted.add(group + ":" + value);
    for (const { box } of boxes) {
      box.checked = wanted.has(box.value);
      if (box.checked) box.closest("details").open = true;
    }
    apply();
  };

  panel.addEventListener("change", () => remember(apply()));
  clear.addEventListener("click", () => {
    for (const { box } of boxes) box.checked = false;
    remember(apply());
    boxes[0].box.focus();
  });
  addEventListener("popstate", recall);
  recall();
})();
