// Cards one at a time: keys of a keyboard or of a presenter's remote open the next step, then the next card.
(() => {
  const root = document.querySelector(".projection");
  const cards = [...root.querySelectorAll(".diapo")];
  const status = root.querySelector("[role=status]");
  const button = (name) => root.querySelector(`[data-action=${name}]`);
  const last = cards.length - 1;
  const backwards = getComputedStyle(root).direction === "rtl";
  let place = 0;

  const steps = () => [...cards[place].querySelectorAll("details")];
  const heading = () => cards[place].querySelector("h2");
  const tell = () => {
    button("precedent").disabled = place === 0 && !steps().some((step) => step.open);
    button("suivant").disabled = place === last;
  };
  const show = (wanted) => {
    place = Math.min(Math.max(wanted, 0), last);
    cards.forEach((card, i) => (card.hidden = i !== place));
    history.replaceState(history.state, "", "#" + cards[place].id);
    tell();
    status.textContent = "";
    heading().focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  const open = (step) => {
    step.open = true;
    tell();
    status.textContent = step.textContent.trim();
    step.scrollIntoView({ block: "nearest" });
  };
  const close = (step) => {
    step.open = false;
    tell();
    status.textContent = step.querySelector("summary").textContent;
  };
  const next = () => {
    const folded = steps().find((step) => !step.open);
    if (folded) open(folded);
    else if (place < last) show(place + 1);
  };
  const previous = () => {
    const unfolded = steps().filter((step) => step.open).pop();
    if (unfolded) close(unfolded);
    else if (place > 0) show(place - 1);
  };
  const leave = () => document.querySelector("[data-quitter]").click();

  const keys = {
    PageDown: next, PageUp: previous, " ": next, Backspace: previous, Escape: leave,
    [backwards ? "ArrowLeft" : "ArrowRight"]: next, [backwards ? "ArrowRight" : "ArrowLeft"]: previous,
    Home: () => show(0), End: () => show(last),
  };
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !Object.hasOwn(keys, event.key)) return;
    if (event.key === " " && event.target.closest("a, button, summary")) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("hashchange", () => {
    const wanted = cards.findIndex((card) => "#" + card.id === location.hash);
    if (wanted >= 0 && wanted !== place) show(wanted);
  });
  root.addEventListener("toggle", tell, true);
  button("suivant").addEventListener("click", next);
  button("precedent").addEventListener("click", previous);

  if (document.fullscreenEnabled) {
    button("ecran").hidden = false;
    button("ecran").addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
  }
  root.classList.add("actif");
  root.querySelector(".commandes").hidden = false;
  show(Math.max(cards.findIndex((card) => "#" + card.id === location.hash), 0));
})();
