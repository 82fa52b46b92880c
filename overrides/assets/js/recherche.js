// The search: loaded the first time someone types. The index hands itself over through vitrineRecherche().
(() => {
  const form = document.querySelector(".recherche");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const page = document.getElementById("resultats-page");
  const root = form.dataset.racine;
  const WEIGHTS = [0, 1, 3, 7, 8, 10, 13];
  const SHOWN = 8;
  let list, combobox, rules, texts, kinds, entries, stops, titles, neighbours;
  let vocabularies = [];

  // -- words: the same tables as src/vitrine/search/words.py

  const fold = (text) => {
    let out = text.toLowerCase();
    for (const [sign, letters] of Object.entries(rules.ligatures)) out = out.replaceAll(sign, letters);
    out = out.normalize("NFD").replace(/\p{M}/gu, "");
    return [...out].map((sign) => rules.arabe[sign] || sign).join("");
  };
  const sound = (word) => {
    for (const [before, after] of rules.sons) word = word.replaceAll(before, after);
    return word.replace(/(.)\1/gs, "$1");
  };
  const isLatin = (word) => /[a-z]/.test(word);
  const stem = (folded) => {
    if (!isLatin(folded)) {
      const prefix = rules.debuts.find((start) => folded.startsWith(start) && folded.length - start.length >= 3);
      return prefix ? folded.slice(prefix.length) : folded;
    }
    let word = sound(folded);
    for (const group of rules.fins) {
      const rule = group.find(([ending, , left]) => word.endsWith(ending) && word.length - ending.length >= left);
      if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
    }
    return word;
  };
  const wordsOf = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) || [];

  // -- index

  const unpack = ({ mots, listes }) => {
    const written = mots ? mots.split(" ") : [];
    const folded = written.map(fold);
    return { written, stems: folded.map(stem), sounds: folded.map(sound), lists: listes.split(" ") };
  };
  const postings = (vocabulary, place) => {
    let list = vocabulary.lists[place];
    if (typeof list === "string") {
      let number = 0;
      list = [...list.matchAll(/([0-9a-z]+)([A-F])/g)].map(([, step, weight]) => [
        (number += parseInt(step, 36)),
        WEIGHTS[weight.charCodeAt(0) - 64],
      ]);
      vocabulary.lists[place] = list;
    }
    return list;
  };
  const firstAtLeast = (stems, wanted) => {
    let low = 0, high = stems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stems[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Optimal string alignment distance, given up as soon as it exceeds `most`.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
        row.push(value);
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  };

  // -- matching: for each word typed, the words of the index it may mean

  const near = (folded, vocabulary) => {
    const root = stem(folded), whole = sound(folded), found = [];
    const most = root.length > 6 ? 2 : root.length > 3 ? 1 : 0;
    vocabulary.stems.forEach((candidate, place) => {
      if (!most || (candidate[0] !== root[0] && most < 2)) return;
      const d = Math.min(distance(root, candidate, most), distance(whole, vocabulary.sounds[place], most));
      if (d <= most) found.push([place, d < 2 ? 0.6 : 0.4]);
    });
    return found;
  };
  const exact = (folded, vocabulary, open) => {
    const wanted = stem(folded), begun = isLatin(folded) ? sound(folded) : wanted, found = [];
    for (let place = firstAtLeast(vocabulary.stems, wanted); vocabulary.stems[place] === wanted; place++) found.push([place, 1]);
    if (open && begun.length > 1) {
      for (let place = firstAtLeast(vocabulary.stems, begun); (vocabulary.stems[place] || "").startsWith(begun); place++) {
        if (vocabulary.stems[place] !== wanted) found.push([place, 0.5 + 0.4 * (begun.length / vocabulary.stems[place].length)]);
      }
    }
    return found;
  };
  const meanings = (word, open) => {
    const folded = fold(word);
    let found = vocabularies.map((vocabulary) => exact(folded, vocabulary, open));
    for (const other of neighbours.get(stem(folded)) || []) {
      vocabularies.forEach((vocabulary, index) => {
        const place = firstAtLeast(vocabulary.stems, other);
        if (vocabulary.stems[place] === other) found[index].push([place, 0.55]);
      });
    }
    const corrected = !found.some((places) => places.length);
    if (corrected) found = vocabularies.map((vocabulary) => near(folded, vocabulary));
    return { found, corrected };
  };

  const search = (query) => {
    const typed = wordsOf(query);
    const useful = typed.filter((word) => word.length > 1 && !stops.has(fold(word)));
    const asked = useful.length ? useful : typed;
    const scores = new Map();
    const instead = [];
    asked.forEach((word, position) => {
      const { found, corrected } = meanings(word, position === asked.length - 1 || word.length > 3);
      const best = new Map();
      let closest = null;
      found.forEach((places, index) => {
        for (const [place, quality] of places) {
          const list = postings(vocabularies[index], place);
          const rarity = Math.log(1 + entries.length / list.length);
          for (const [number, weight] of list) {
            const value = rarity * weight * quality;
            if (value > (best.get(number) || { value: 0 }).value) best.set(number, { value, word: vocabularies[index].written[place] });
          }
          if (corrected && (!closest || quality > closest.quality)) closest = { quality, word: vocabularies[index].written[place] };
        }
      });
      if (closest) instead.push([word, closest.word]);
      for (const [number, { value, word: matched }] of best) {
        const score = scores.get(number) || { sum: 0, count: 0, words: [] };
        score.sum += value;
        score.count += 1;
        score.words.push(matched);
        scores.set(number, score);
      }
    });
    const results = [...scores].map(([number, { sum, count, words }]) => {
      const cover = (count / asked.length) ** 2;
      const whole = titles[number].filter((part) => words.some((word) => stem(fold(word)) === part)).length / titles[number].length;
      const preferred = kinds[entries[number][0]] === "metiers" ? 1.35 : 1;
      return { number, words, score: sum * cover * (1 + 0.6 * whole) * preferred };
    });
    results.sort((a, b) => b.score - a.score || a.number - b.number);
    const top = results.length ? results[0].score : 0;
    return { results: results.filter((result) => result.score > top * 0.08), instead };
  };

  // -- showing

  const plural = (forms, count) => {
    const form = typeof forms === "string" ? forms : forms[new Intl.PluralRules(document.documentElement.lang).select(count)] || forms.other;
    return form.replace("{n}", count);
  };
  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children.filter((child) => child !== null));
    return node;
  };
  const address = (url) => {
    if (location.protocol !== "file:") return root + url;
    const [path, anchor] = url.split("#");
    return root + path + (path.endsWith("/") || !path ? "index.html" : "") + (anchor ? "#" + anchor : "");
  };
  // The text with the words that matched marked, accents and endings apart.
  const marked = (text, words) => {
    const wanted = new Set(words.map((word) => stem(fold(word))));
    return text.split(/([\p{L}\p{N}]+)/gu).map((part) => (part && wanted.has(stem(fold(part))) ? make("mark", {}, part) : part));
  };
  const found = ({ number, words }, role, place) => {
    const [, title, url, summary] = entries[number];
    const shown = new Set(wordsOf(title + " " + summary).map((word) => stem(fold(word))));
    const hidden = [...new Set(words.filter((word) => !shown.has(stem(fold(word)))))];
    const attributes = { href: address(url), ...(role ? { role: "option", id: "resultat-" + place, tabindex: "-1", "aria-selected": "false" } : {}) };
    return make(
      "a", attributes,
      make("span", { class: "resultat-titre" }, ...marked(title, words)),
      summary ? make("span", { class: "resultat-resume" }, ...marked(summary, words)) : null,
      hidden.length ? make("span", { class: "resultat-mots" }, texts.mots + " ", make("mark", {}, hidden.join(", "))) : null,
    );
  };
  const groups = (results) => {
    const byKind = new Map();
    for (const result of results) {
      const kind = kinds[entries[result.number][0]];
      byKind.set(kind, [...(byKind.get(kind) || []), result]);
    }
    return [...byKind];
  };
  const nothing = () =>
    make(
      "div", { class: "resultat-rien" },
      make("p", {}, texts.aucun),
      make("ul", { class: "choix" }, ...texts.familles.map(([label, url]) => make("li", {}, make("a", { href: address(url) }, label)))),
      texts.telephone
        ? make("p", {}, texts.appeler + " ", make("a", { href: texts.telephone[1] }, make("bdi", { dir: "ltr" }, texts.telephone[0])))
        : make("p", {}, make("a", { href: address(texts.secours[1]) }, texts.secours[0])),
    );
  const correction = (instead) => (instead.length ? texts.plutot.replace("{mots}", instead.map(([, word]) => word).join(" ")) : "");

  const announce = (results, instead) => {
    status.textContent = [correction(instead), results.length ? plural(texts.compte, results.length) : texts.aucun].join(" ").trim();
  };
  const showList = ({ results, instead }) => {
    list.replaceChildren();
    let place = 0;
    const box = make("div", { role: "listbox", id: "resultats", "aria-label": texts.titre });
    for (const [kind, members] of groups(results.slice(0, SHOWN))) {
      const heading = make("span", { class: "resultat-genre", id: "groupe-" + kind }, texts.genres[kind]);
      box.append(make("div", { role: "group", "aria-labelledby": heading.id }, heading, ...members.map((member) => found(member, true, place++))));
    }
    const said = correction(instead);
    if (said) list.append(make("p", { class: "resultat-plutot" }, said));
    if (results.length) list.append(box);
    else list.append(nothing());
    if (results.length > SHOWN) {
      const all = address("recherche/") + "?q=" + encodeURIComponent(input.value);
      list.append(make("p", { class: "resultat-tous" }, make("a", { href: all }, plural(texts.tous, results.length))));
    }
    combobox.open(true);
  };
  const showPage = ({ results, instead }) => {
    page.replaceChildren();
    const said = correction(instead);
    if (said) page.append(make("p", { class: "resultat-plutot" }, said));
    if (!results.length) page.append(nothing());
    for (const [kind, members] of groups(results)) {
      page.append(make("h2", {}, texts.genres[kind]), make("ul", { class: "resultats-liste" }, ...members.map((member) => make("li", {}, found(member)))));
    }
  };

  // -- asking

  const run = () => {
    if (!entries) return;
    const query = input.value.trim();
    if (query.length < 2) {
      if (page) page.replaceChildren();
      else combobox.open(false);
      status.textContent = "";
      return;
    }
    const answer = search(query);
    if (page) {
      showPage(answer);
      history.replaceState(null, "", "?q=" + encodeURIComponent(query));
    } else showList(answer);
    announce(answer.results, answer.instead);
  };

  if (!page) {
    list = make("div", { class: "resultats", hidden: "" });
    form.append(list);
    combobox = vitrineCombobox(form, input, list, run);
  } else {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
  }
  input.addEventListener("input", run);

  const fetchScript = (src) => document.head.append(make("script", { src }));
  window.vitrineRecherche = (data) => {
    if (!entries) {
      ({ regles: rules, textes: texts, genres: kinds, entrees: entries } = data);
      stops = new Set(rules.vides.split(" "));
      neighbours = new Map();
      for (const group of data.voisins) {
        const stems = group.split(" ").map((word) => stem(fold(word)));
        for (const one of stems) neighbours.set(one, stems.filter((other) => other !== one));
      }
      titles = entries.map(([, title]) => wordsOf(title).map((word) => stem(fold(word))).filter((word) => word.length > 1));
      fetchScript(form.dataset.texte);
    }
    vocabularies.push(unpack(data));
    if (document.activeElement === input || page) run();
  };
  if (page) input.value = new URLSearchParams(location.search).get("q") || "";
  fetchScript(form.dataset.index);
})();
