// As its documentation advises: prefixes, a fifth of the letters wrong, titles twice as heavy, accents folded.
window.moteur = {
  async preparer() {
    await charger("minisearch.js");
    this.index = new MiniSearch({
      idField: "adresse",
      fields: ["titre", "texte"],
      storeFields: ["titre"],
      processTerm: (mot) => mot.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
      searchOptions: { boost: { titre: 2 }, prefix: true, fuzzy: 0.2 },
    });
    this.index.addAll(await (await fetch("pages.json")).json());
  },
  demander(question) {
    return montrer(this.index.search(question).map(({ id, titre }) => ({ titre, adresse: id })));
  },
};
