// A button that prints the page; without it, the browser's own menu does.
(() => {
  for (const place of document.querySelectorAll(".imprimer")) {
    place.prepend(place.querySelector("template").content.cloneNode(true));
    place.querySelector("button").addEventListener("click", () => print());
  }
})();
