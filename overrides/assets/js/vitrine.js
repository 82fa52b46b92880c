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

  // The search comes when someone is about to type, or when the address holds a question.
  const search = document.querySelector(".recherche");
  const load = (src) => document.head.append(Object.assign(document.createElement("script"), { src }));
  if (search) {
    const start = () => load(search.dataset.script);
    if (document.getElementById("resultats-page")) start();
    else search.addEventListener("focusin", start, { once: true });
  }

  // The script of what a page holds: filters, comparison …
  for (const node of document.querySelectorAll("main [data-script]:not(form)")) load(node.dataset.script);

  // Closed details do not print: open them for the time of the printing.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
})();
