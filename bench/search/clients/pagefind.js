// Its own script and defaults; five answers, as many as its own box shows at once.
window.moteur = {
  async preparer() {
    this.pagefind = await import(new URL("pagefind/pagefind.js", location.href));
    await this.pagefind.init();
  },
  async demander(question) {
    const { results } = await this.pagefind.search(question);
    const pages = await Promise.all(results.slice(0, 5).map((reponse) => reponse.data()));
    return montrer(pages.map(({ url, meta }) => ({ titre: meta.title, adresse: url })));
  },
};
