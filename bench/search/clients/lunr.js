// Material's own search worker, run in the page so that it is slowed like the others.
window.moteur = {
  async preparer() {
    const programme = new URL("javascripts/workers/search.js", location.href);
    window.importScripts = async (...adresses) => {
      for (const adresse of adresses) await charger(new URL(adresse, programme));
    };
    let repondre;
    window.postMessage = (message) => repondre(message.data);
    this.envoyer = (type, data) =>
      new Promise((fini) => {
        repondre = fini;
        window.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
      });
    await charger(programme);
    const index = await (await fetch("search_index.json")).json();
    await this.envoyer(0, { ...index, options: { suggest: false } });
  },
  async demander(question) {
    const { items } = await this.envoyer(2, question);
    return montrer(items.map(([premier]) => ({ titre: premier.title, adresse: premier.location.split("#")[0] })));
  },
};
