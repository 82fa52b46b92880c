// A quiz, one question at a time, computed in the page. Nothing is sent, nothing is stored; a link holds answers only when asked.
(() => {
  // The same rules as src/vitrine/quiz/points.py; a test runs both on the same answers.
  // A rule: [criterion, codes, points, more when the profession's first code is among them, reason].
  const met = ([critere, codes], marques) => marques[critere].filter((code) => codes.includes(code));
  const gain = (regle, marques) =>
    met(regle, marques).length ? regle[2] + (regle[1].includes(marques[regle[0]][0]) ? regle[3] : 0) : 0;
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const score = (questions, choix, marques) =>
    sum(
      choix.map((ticked, number) => {
        if (!ticked.length) return 0;
        const gains = ticked.flatMap((position) => questions[number][position].map((regle) => gain(regle, marques)));
        const pour = sum(gains.filter((points) => points > 0));
        return Math.floor((100 * pour) / ticked.length) + 100 * sum(gains.filter((points) => points < 0));
      }),
    );
  const breadth = (marques) => sum(Object.values(marques).map((codes) => codes.length));
  const turn = (choix) => sum(choix.flatMap((ticked, number) => ticked.map((position) => (number + 1) * (position + 1))));
  const classement = ({ questions, metiers }, choix) => {
    const start = turn(choix) % Math.max(metiers.length, 1);
    return metiers
      .map(([slug, accroche, marques], position) => ({
        slug, accroche, marques, score: score(questions, choix, marques), largeur: breadth(marques),
        tour: (position - start + metiers.length) % metiers.length,
      }))
      .sort((a, b) => b.score - a.score || a.largeur - b.largeur || a.tour - b.tour);
  };
  // Why a profession stands there, and what may not suit: a sentence a reason, all the codes met named in it.
  const raisons = ({ questions, libelles }, choix, marques, separateur) => {
    const found = { pour: new Map(), contre: new Map() };
    const rules = choix.flatMap((ticked, number) => ticked.flatMap((position) => questions[number][position]));
    for (const regle of rules.filter((one) => gain(one, marques))) {
      const side = found[regle[2] > 0 ? "pour" : "contre"];
      const named = met(regle, marques).map((code) => (libelles[regle[0]] || {})[code] || code);
      side.set(regle[4], new Set([...(side.get(regle[4]) || []), ...named]));
    }
    const told = (side) => [...side].map(([reason, named]) => reason.replace("{valeur}", () => [...named].join(separateur + " ")));
    return { pour: told(found.pour), contre: told(found.contre) };
  };
  globalThis.vitrineQuiz = { classement, raisons };
  if (!globalThis.document) return;

  const page = document.querySelector(".quiz");
  const one = (selector) => page.querySelector(selector);
  const all = (selector) => [...page.querySelectorAll(selector)];
  const questions = all("fieldset");
  const buttons = one(".quiz-boutons");
  const previous = one("[data-precedent]");
  const next = one("[data-suivant]");
  const status = one(".quiz-resultat > [role=status]");
  const heading = one(".quiz-resultat h2");
  const end = one(".quiz-fin");
  const model = one(".quiz-resultat template").content.firstElementChild;
  const nextLabel = next.textContent;
  const inputs = (question) => [...question.querySelectorAll("input")];
  const choice = () => questions.map((question) => inputs(question).filter((box) => box.checked && box.value).map((box) => Number(box.value)));

  // -- the result

  let data = null;
  globalThis.vitrineQuizDonnees = (given) => (data = given);
  const loaded = page.dataset.donnees
    ? new Promise((done) => {
        const script = vitrineElement("script", { src: page.dataset.donnees });
        script.addEventListener("load", done);
        document.head.append(script);
      })
    : Promise.resolve();

  const list = (parent, sentences) => {
    parent.hidden = !sentences.length;
    parent.prepend(vitrineElement("h4", {}, parent.dataset.titre));
    for (const sentence of sentences) {
      parent.querySelector("ul").append(vitrineElement("li", {}, sentence));
    }
  };
  const card = ({ slug, accroche, marques }, choix) => {
    const node = model.cloneNode(true);
    const [name, labels] = page.querySelector(`[data-metier="${slug}"]`).children;
    const text = node.querySelector(".quiz-accroche");
    const title = document.createElement("h3");
    title.append(name.cloneNode(true));
    node.prepend(title);
    text.textContent = accroche;
    for (const attribute of ["lang", "dir"]) if (name.hasAttribute(attribute)) text.setAttribute(attribute, name.getAttribute(attribute));
    text.after(labels.cloneNode(true));
    const { pour, contre } = raisons(data, choix, marques, page.dataset.separateur);
    list(node.querySelector(".quiz-pour"), pour);
    list(node.querySelector(".quiz-contre"), contre);
    return node;
  };
  let left = [];
  const more = () => {
    const added = left.splice(0, 8).map((metier) => card(metier, choice()));
    one(".quiz-metiers").append(...added);
    one("[data-suite]").hidden = !left.length;
    return added;
  };
  const ranked = (choix) => {
    left = classement(data, choix);
    one(".quiz-metiers").replaceChildren();
    more();
  };
  const valued = () => {
    const counts = new Map(all("[data-valeur]").map((node) => [node, 0]));
    const chosen = all("input:checked").flatMap((box) => (box.dataset.valeurs || "").split(" "));
    for (const node of counts.keys()) counts.set(node, chosen.filter((code) => code === node.dataset.valeur).length);
    const forms = JSON.parse(page.dataset.fois);
    const first = [...counts].filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
    one(".quiz-valeurs").replaceChildren(
      ...first.map(([node, count]) => {
        const item = model.cloneNode(true);
        item.querySelector("strong").textContent = node.querySelector("dt").textContent;
        item.querySelector(".quiz-fois").textContent = vitrineCompte(forms, count);
        item.querySelector(".quiz-accroche").textContent = node.querySelector("dd").textContent;
        return item;
      }),
    );
  };

  // -- steps

  let step = 0;
  const reach = (node, block) => {
    node.focus({ preventScroll: true });
    block.scrollIntoView({ block: "start" });
  };
  const show = (wanted, focus = true) => {
    step = Math.min(Math.max(wanted, 0), questions.length);
    const done = step === questions.length;
    page.classList.toggle("fini", done);
    page.classList.toggle("commence", step > 0);
    questions.forEach((question, number) => (question.hidden = number !== step));
    heading.hidden = end.hidden = !done;
    buttons.hidden = done;
    previous.hidden = !step;
    one(".quiz-papier").hidden = step > 0;
    next.textContent = step === questions.length - 1 ? next.dataset.fin : nextLabel;
    Object.assign(one("progress"), { max: questions.length, value: step + 1 });
    if (!done) {
      status.textContent = "";
      if (focus) reach(questions[step].querySelector("legend"), questions[step]);
      return Promise.resolve();
    }
    return loaded.then(() => {
      const choix = choice();
      if (data) ranked(choix);
      else valued();
      status.textContent = choix.flat().length ? status.dataset.classes : status.dataset.neutre;
      if (focus) reach(heading, heading);
    });
  };
  const go = (wanted) => {
    history.pushState({ etape: wanted }, "");
    show(wanted);
  };

  // -- a link to a result: VERSION.0-3.1..2, one part a question

  const encode = () => [page.dataset.version, ...choice().map((ticked) => ticked.join("-"))].join(".");
  const decode = () => {
    const [version, ...parts] = location.hash.replace(/^#r=/, "").split(".");
    if (!location.hash.startsWith("#r=") || version !== page.dataset.version || parts.length !== questions.length) return false;
    parts.forEach((part, number) => {
      const wanted = new Set(part.split("-"));
      for (const box of inputs(questions[number])) box.checked = Boolean(box.value) && wanted.has(box.value);
    });
    return true;
  };
  const share = () => {
    history.replaceState(history.state, "", "#r=" + encode());
    const place = one(".quiz-lien");
    const field = place.querySelector("input");
    place.hidden = false;
    field.value = location.href;
    field.focus();
    field.select();
    const told = one(".quiz-copie");
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(() => (told.textContent = told.dataset.copie), () => {});
  };
  const forget = () => {
    for (const box of all("input")) box.checked = false;
    for (const place of all(".quiz-retour")) place.replaceChildren();
    one(".quiz-lien").hidden = true;
    one(".quiz-copie").textContent = "";
    if (location.hash.startsWith("#r=")) history.replaceState(null, "", location.href.split("#")[0]);
  };

  // -- what someone of the trade would weigh, told once a reaction is chosen

  const weigh = (question, value) => {
    const place = question.querySelector(".quiz-retour");
    const number = questions.indexOf(question) + 1;
    const pieces = all(`[data-reaction^="${number}-"]`).map((node) => {
      const piece = document.createElement("div");
      piece.append(...node.cloneNode(true).childNodes);
      return piece;
    });
    const mine = pieces.splice(Number(value), 1)[0];
    const others = vitrineElement("details", {}, vitrineElement("summary", {}, place.dataset.autres), ...pieces);
    const rule = page.querySelector(`[data-regle="${number}"]`);
    place.replaceChildren(...(value ? [mine, ...(rule ? [rule.cloneNode(true)] : []), others] : []));
  };

  page.addEventListener("change", ({ target }) => {
    const question = target.closest("fieldset");
    if (!question) return;
    if (target.type === "checkbox" && target.checked) {
      for (const box of inputs(question)) if (!box.value !== !target.value) box.checked = false;
    }
    if (question.querySelector(".quiz-retour")) weigh(question, target.value);
  });
  next.addEventListener("click", () => go(step + 1));
  previous.addEventListener("click", () => (history.state && history.state.etape ? history.back() : show(step - 1)));
  one("[data-refaire]").addEventListener("click", () => {
    forget();
    go(0);
  });
  one("[data-revoir]").addEventListener("click", () => go(0));
  one("[data-partager]").addEventListener("click", share);
  if (one("[data-suite]")) one("[data-suite]").addEventListener("click", () => more()[0].querySelector("a").focus());
  for (const button of all("[data-imprimer]")) button.addEventListener("click", () => print());
  addEventListener("popstate", ({ state }) => show(state ? state.etape : decode() ? questions.length : 0));

  page.classList.add("actif");
  const shared = decode();
  if (!shared) forget();
  show(shared ? questions.length : 0, shared);
})();
