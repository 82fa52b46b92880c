// The combobox of the ARIA patterns: a field, and a list of options under it. The search and the choice of a commune use it.
window.vitrineCombobox = (form, input, list, ask) => {
  let active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const select = (place) => {
    const all = options();
    active = place === null || !all.length ? -1 : (place + all.length) % all.length;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const open = (wanted) => {
    list.hidden = !wanted;
    const box = wanted && list.querySelector("[role=listbox]");
    input.setAttribute("aria-expanded", String(Boolean(box)));
    if (box) input.setAttribute("aria-controls", box.id);
    else input.removeAttribute("aria-controls");
    select(null);
  };

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else select(event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  document.addEventListener("click", (event) => form.contains(event.target) || open(false));
  form.addEventListener("focusout", (event) => event.relatedTarget && !form.contains(event.relatedTarget) && open(false));
  return { open };
};
