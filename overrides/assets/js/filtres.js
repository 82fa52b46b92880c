// Filters of a list: the plain links become boxes to tick, combined on the page and kept in the address.
(() => {
  const panel = document.querySelector(".filtres[data-script]");
  const status = panel.querySelector("[role=status]");
  const cards = [...document.querySelectorAll("[data-marques]")].map((node) => ({ node, marks: new Set(node.dataset.marques.split(" ")) }));
  const forms = JSON.parse(panel.dataset.compte);
  const make = globalThis.vitrineElement;

  // A link to the page of one value → a box with the same words and count.
  const boxes = [...panel.querySelectorAll("a[data-filtre]")].map((link) => {
    const box = make("input", { type: "checkbox", value: link.dataset.filtre });
    const label = make("label", {}, box, ...link.childNodes);
    link.replaceWith(label);
    return { box, count: label.querySelector(".compte"), group: box.value.split(":")[0] };
  });
  panel.prepend(make("p", {}, panel.dataset.ensemble));
  const clear = make("button", { type: "button", className: "bouton second", textContent: panel.dataset.effacer });
  status.after(clear);

  const chosen = () => {
    const groups = new Map();
    for (const { box, group } of boxes) if (box.checked) groups.set(group, [...(groups.get(group) || []), box.value]);
    return groups;
  };
  // Within a group one value is enough; every group that has a choice must be met.
  const matches = (marks, groups, except) =>
    [...groups].every(([group, values]) => group === except || values.some((value) => marks.has(value)));

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
    for (const { box, count: place, group } of boxes) {
      const left = cards.filter(({ marks }) => marks.has(box.value) && matches(marks, groups, group)).length;
      place.textContent = left;
      box.disabled = !left && !box.checked;
    }
    clear.hidden = !groups.size;
    status.textContent = groups.size ? vitrineCompte(forms, shown) : "";
    return groups;
  };
  const remember = (groups) => {
    const query = [...groups].map(([group, values]) => group + "=" + values.map((value) => value.split(":")[1]).join(",")).join("&");
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
