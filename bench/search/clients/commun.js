// What every engine does with its answers here: a list of links, as a page would show them.
window.montrer = (reponses) => {
  const liste = document.createElement("ul");
  for (const { titre, adresse } of reponses.slice(0, 8)) {
    const lien = document.createElement("a");
    lien.href = adresse;
    lien.textContent = titre;
    const puce = document.createElement("li");
    puce.append(lien);
    liste.append(puce);
  }
  document.querySelector("#reponses").replaceChildren(liste);
  return reponses.map(({ adresse }) => adresse);
};
window.charger = (adresse) =>
  new Promise((fini, rate) => {
    const script = document.createElement("script");
    Object.assign(script, { src: adresse, onload: fini, onerror: rate });
    document.head.append(script);
  });
// Each query asked once; how long until its answers stand in the page.
window.mesurer = async (questions) => {
  const mesures = [];
  for (const question of questions) {
    const debut = performance.now();
    const adresses = await moteur.demander(question);
    mesures.push({ duree: performance.now() - debut, adresses: adresses.slice(0, 3) });
  }
  return mesures;
};
// Milliseconds until the engine answers for the first time.
window.preparer = async (question) => {
  const debut = performance.now();
  await moteur.preparer();
  while (!(await moteur.demander(question)).length) await new Promise((suite) => setTimeout(suite, 5));
  return performance.now() - debut;
};
