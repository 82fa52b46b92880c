// Ours, as visitors use it: the very page, box and list.
const champ = document.getElementById("q");
window.moteur = {
  preparer() {
    champ.focus();
  },
  demander(question) {
    champ.value = question;
    champ.dispatchEvent(new InputEvent("input"));
    return [...document.querySelectorAll(".resultats [role=option]")].map((lien) => new URL(lien.href).pathname);
  },
};
