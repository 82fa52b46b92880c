// The search: loaded the first time someone types. The index hands itself over through vitrineRecherche().
(() => {
  const form = document.querySelector(".recherche");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const page = document.getElementById("resultats-page");
  const root = form.dataset.racine;
  const WEIGHTS = [0, 1, 3, 7.5, 10, 13];
  const [RESUME, WORDS, TITLE, SIGLE] = [2, 3, 4, 5];
  const FAVOUR = { metiers: 1.35, listes: 0.7, pages: 0.7, temoignages: 0.4, seances: 0.5, jeux: 0.5 };
  const SHOWN = 8;
  const entries = [];
  const vocabularies = [];
  let list, combobox, rules, texts, kinds, stops, light, families, professions;
  let neighbours = new Map();

  // -- words: the same tables as src/vitrine/search/words.py

  const remembered = (make) => {
    const known = new Map();
    return (word) => {
      let made = known.get(word);
      if (made === undefined) known.set(word, (made = make(word)));
      return made;
    };
  };
  const fold = remembered((text) => {
    let out = text.toLowerCase();
    if (/^[a-z\d]*$/.test(out)) return out;
    for (const [sign, letters] of Object.entries(rules.ligatures)) out = out.replaceAll(sign, letters);
    out = out.normalize("NFD").replace(/\p{M}/gu, "");
    return [...out].map((sign) => rules.arabe[sign] || sign).join("");
  });
  const sound = (word) => {
    for (const [before, after] of rules.sons) word = word.replaceAll(before, after);
    return word.replace(/(.)\1/gs, "$1");
  };
  const isLatin = (word) => /[a-z]/.test(word);
  const stem = remembered((written) => {
    const folded = fold(written);
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
  });
  // A sigle is looked up as it is: DEAS is neither DEA nor DEASS.
  const verbatim = (word) => "=" + fold(word);
  const heard = (sounded) => rules.oreille.reduce((word, [pattern, after]) => word.replace(pattern, after), sounded);
  const wordsOf = (text) => text.normalize("NFC").replace(/\bbac\s*(\+|plus)?\s*(?=\d)/gi, "bac").match(/[\p{L}\p{N}]+/gu) || [];
  const useful = (words) => words.filter((word) => (word.length > 1 || /\d/.test(word)) && !stops.has(fold(word)));

  // -- index: for each stem, the entries that hold it, each with what it counts there

  const LENT = [4, 3.5];
  const numbers = (digits) =>
    [...(digits || "")].flatMap((digit, place) => [0, 1, 2, 3].filter((bit) => (parseInt(digit, 16) >> bit) & 1).map((bit) => place * 4 + bit));
  // The texts of the first file, indexed here. `forms` are the words as written, by which wrong spellings are recognised.
  const indexed = (rows) => {
    const places = new Map();
    const forms = new Map();
    const terms = (text, keyed = stem) =>
      useful(wordsOf(text || "")).map((word) => {
        const key = keyed(word), written = word.toLowerCase();
        if (!places.has(key)) places.set(key, { written, weights: new Map() });
        forms.set(written, key);
        return places.get(key).weights;
      });
    const add = (found, number, value) => {
      for (const weights of found) if (!(weights.get(number) >= value)) weights.set(number, value);
    };
    const lent = [];
    const borne = new Map();
    for (const [number, [label, , sigle, words, summary, members]] of rows) {
      add(terms(entries[number].title), number, WEIGHTS[TITLE]);
      add(terms(sigle, verbatim), number, WEIGHTS[SIGLE]);
      add(terms(words), number, WEIGHTS[WORDS]);
      add(terms(summary), number, WEIGHTS[RESUME]);
      const said = members && (sigle ? terms(sigle, verbatim) : terms(label)), sort = entries[number].url.split("/")[1];
      for (const member of numbers(members)) {
        if (sigle) add(said, member, WEIGHTS[WORDS]);
        else {
          lent.push([said, member, member + sort]);
          borne.set(member + sort, (borne.get(member + sort) || 0) + 1);
        }
      }
    }
    // A label says more of an entry that bears few of its sort.
    for (const [said, member, sort] of lent) add(said, member, LENT[0] + LENT[1] / borne.get(sort));
    const stems = [...places.keys()].sort();
    const order = new Map(stems.map((key, place) => [key, place]));
    return {
      stems,
      written: stems.map((key) => places.get(key).written),
      lists: stems.map((key) => rated([...places.get(key).weights])),
      forms: [...forms].map(([word, key]) => [word, order.get(key)]),
    };
  };
  const unpacked = (written, lists) => ({
    stems: written.map(stem), written, lists, forms: written.map((word, place) => [word, place]), body: true,
  });
  // An entry where a word counts little makes that word hardly more common.
  const rarity = (weights) => {
    const most = Math.max(...weights);
    return Math.log(1 + entries.length / weights.reduce((sum, weight) => sum + (weight / most) ** 2, 0));
  };
  const rated = (list) => ({ list, rarity: rarity(list.map(([, weight]) => weight)) });
  const postings = (vocabulary, place) => {
    const packed = vocabulary.lists[place];
    if (typeof packed !== "string") return packed;
    const list = [];
    let number = 0, step = 0;
    for (const sign of packed) {
      if (sign >= "A" && sign <= "E") {
        list.push([(number += step), WEIGHTS[sign.charCodeAt(0) - 64]]);
        step = 0;
      } else step = step * 36 + parseInt(sign, 36);
    }
    return (vocabulary.lists[place] = rated(list));
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

  const hear = (word) => heard(sound(fold(word)));
  const letters = (word) => {
    let mask = 0;
    for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
    return mask;
  };
  const unlike = (one, other) => {
    let bits = one ^ other, count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  };
  // What a wrong spelling is compared with, made when nobody is typing, or at the first need.
  const spellings = (vocabulary) =>
    (vocabulary.spellings ||= vocabulary.forms.map(([form, place]) => {
      const whole = fold(form), ear = vocabulary.body ? "" : hear(form);
      return { place, whole, ear, mask: letters(whole), earMask: letters(ear) };
    }));
  const sameSound = (word, vocabulary) => {
    const ear = hear(word);
    return spellings(vocabulary).filter((other) => other.ear === ear).map(({ place }) => [place, vocabulary.stems[place][0] === ear[0] ? 0.8 : 0.64]);
  };
  const near = (word, vocabulary) => {
    const root = stem(word), whole = fold(word), ear = hear(word), mask = letters(whole), earMask = letters(ear), found = new Map();
    const most = root.length > 6 ? 2 : root.length > 3 ? 1 : 0;
    if (!most) return [];
    for (const other of spellings(vocabulary)) {
      const gap = Math.abs(whole.length - other.whole.length);
      let far = 9;
      if (gap < 4 && unlike(mask, other.mask) < 7) far = Math.min(distance(root, vocabulary.stems[other.place], most), distance(whole, other.whole, most));
      if (far > 1 && ear.length > 3 && other.ear && unlike(earMask, other.earMask) <= 2 * most) far = Math.min(far, distance(ear, other.ear, most));
      if (far > most) continue;
      const quality = (far < 2 ? 0.6 : 0.4) * (other.whole[0] === whole[0] ? 1 : 0.8);
      if (!(found.get(other.place) >= quality)) found.set(other.place, quality);
    }
    return [...found];
  };
  const exact = (word, { stems, body }, open) => {
    const wanted = stem(word), folded = fold(word), sigle = verbatim(word), found = [];
    const begin = (start, whole, quality) => {
      let place = firstAtLeast(stems, whole);
      if (stems[place] === whole) found.push([place, quality]);
      if (!open || folded.length < (body ? 3 : 2)) return;
      for (place = firstAtLeast(stems, start); (stems[place] || "").startsWith(start); place++) {
        if (stems[place] !== whole) found.push([place, quality * (0.5 + 0.4 * (start.length / stems[place].length))]);
      }
    };
    begin(sigle, sigle, 1);
    begin(isLatin(folded) ? sound(folded) : wanted, wanted, found.length && stems[found[0][0]] === sigle ? 0.6 : 1);
    return found;
  };
  const meanings = (word, last) => {
    const wanted = stem(word);
    const found = vocabularies.map((vocabulary) => exact(word, vocabulary, last || word.length > 3));
    for (const other of neighbours.get(wanted) || []) {
      vocabularies.forEach(({ stems }, index) => {
        const place = firstAtLeast(stems, other);
        if (stems[place] === other) found[index].push([place, 0.55]);
      });
    }
    const corrected = !found.some((places) => places.length);
    // A beginning of a word may also be a whole word, wrongly spelt; the text is asked last.
    if (!found.some((places) => places.some(([, quality]) => quality === 1))) {
      const [names, text] = vocabularies;
      found[0].push(...sameSound(word, names));
      if (corrected || !last) found[0].push(...near(word, names));
      if (text && corrected && !found[0].length) found[1].push(...near(word, text));
    }
    return { found, corrected };
  };

  // « I.D.E. » → IDE; « soignant(e)s », « soignant·e·s », « éducateur.trice » → soignants, soignant, éducateur.
  const plain = (query) =>
    rules.tournures
      .reduce((text, [pattern, after]) => text.replace(pattern, after), query)
      .replace(/(^|[^\p{L}])((?:\p{L}\.)+\p{L})(?!\p{L})/gu, (all, before, sigle) => before + sigle.replaceAll(".", ""))
      .replace(/(\p{L}{3})(?:\(\p{L}{1,5}\)|[.·•]\p{L}{1,5}(?!\p{L}))+/gu, "$1");
  const known = (word) => exact(word, vocabularies[0], false).length > 0;
  // « psycho motricien » → psychomotricien, « aidesoignante » → aide soignante, when the sheets write them so.
  const mended = (typed) =>
    typed.flatMap((word, place) => {
      if (place && known(typed[place - 1] + word)) return [];
      if (place + 1 < typed.length && known(word + typed[place + 1])) return [word + typed[place + 1]];
      if (word.length < 8 || known(word)) return [word];
      const cut = [...word].findIndex((_, at) => at > 2 && at < word.length - 2 && known(word.slice(0, at)) && known(word.slice(at)));
      return cut < 0 ? [word] : [word.slice(0, cut), word.slice(cut)];
    });

  const search = (query) => {
    const typed = wordsOf(plain(query));
    const asked = mended(useful(typed).length ? useful(typed) : typed);
    const scores = new Map();
    const instead = [];
    let wanted = 0;
    asked.forEach((word, position) => {
      const { found, corrected } = meanings(word, position === asked.length - 1);
      const share = light.has(fold(word)) ? 0.2 : 1;
      const best = new Map();
      let closest = null;
      found.forEach((places, index) => {
        for (const [place, quality] of places) {
          const { list, rarity: rare } = postings(vocabularies[index], place);
          for (const [number, weight] of list) {
            const value = rare * weight * quality * share;
            if (value > (best.get(number) || { value: 0 }).value) best.set(number, { value, word: vocabularies[index].written[place] });
          }
          if (corrected && (!closest || quality > closest.quality)) closest = { quality, word: vocabularies[index].written[place] };
        }
      });
      if (closest) instead.push([word, closest.word]);
      // A word found nearly everywhere matters less than one found in a few entries; a word found nowhere, not at all.
      const weight = best.size ? share * rarity([...best.values()].map(({ value }) => value)) : 0;
      wanted += weight;
      for (const [number, { value, word: matched }] of best) {
        const score = scores.get(number) || { sum: 0, covered: 0, words: [] };
        score.sum += value;
        score.covered += weight;
        score.words.push(matched);
        scores.set(number, score);
      }
    });
    // At equal words, professions come before the rest, and first those that most others lead to.
    const results = [...scores].map(([number, { sum, covered, words }]) => {
      const { parts, kind } = entries[number];
      const matched = new Set(words.map(stem));
      const whole = parts.filter((part) => matched.has(part)).length / (parts.length || 1);
      return { number, words, score: sum * (covered / wanted) ** 2 * (1 + 0.6 * whole) * (FAVOUR[kind] || 1) * (kind === "metiers" ? 1.1 - (0.2 * number) / professions : 1) };
    });
    results.sort((a, b) => b.score - a.score || a.number - b.number);
    const top = results.length ? results[0].score : 0;
    return { results: results.filter((result) => result.score > top * 0.08), instead };
  };

  // -- showing

  const plural = globalThis.vitrineCompte;
  const make = globalThis.vitrineElement;
  const address = (url) => vitrineAdresse(root + url);
  const everything = () => address("recherche/") + "?q=" + encodeURIComponent(input.value);
  const parts = remembered((text) => text.split(/([\p{L}\p{N}]+)/gu));
  // The text with the words that matched marked, accents and endings apart.
  const marked = (text, wanted) => {
    const out = [""];
    for (const part of parts(text)) {
      if (wanted.has(stem(part))) out.push(make("mark", {}, part), "");
      else out[out.length - 1] += part;
    }
    return out.filter((piece) => piece !== "");
  };
  const found = ({ number, words }, role, place) => {
    const { title, url, summary } = entries[number];
    const wanted = new Set(words.map(stem));
    const shown = new Set(parts(title + " " + (summary || "")).map(stem));
    const hidden = [...new Set(words.filter((word) => !shown.has(stem(word))))];
    const attributes = { href: address(url), ...(role ? { role: "option", id: "resultat-" + place, tabindex: "-1", "aria-selected": "false" } : {}) };
    return make(
      "a", attributes,
      make("span", { class: "resultat-titre" }, ...marked(title, wanted)),
      summary ? make("span", { class: "resultat-resume" }, ...marked(summary, wanted)) : null,
      hidden.length ? make("span", { class: "resultat-mots" }, texts.mots + " ", make("mark", {}, hidden.join(", "))) : null,
    );
  };
  const groups = (results) => {
    const byKind = new Map();
    for (const result of results) {
      const { kind } = entries[result.number];
      byKind.set(kind, [...(byKind.get(kind) || []), result]);
    }
    return [...byKind];
  };
  const nothing = () =>
    make(
      "div", { class: "resultat-rien" },
      make("p", {}, texts.aucun),
      make("ul", { class: "choix" }, ...families.map(({ label, url }) => make("li", {}, make("a", { href: address(url) }, label)))),
      texts.telephone
        ? make("p", {}, texts.appeler + " ", make("a", { href: texts.telephone[1] }, make("bdi", { dir: "ltr" }, texts.telephone[0])))
        : make("p", {}, make("a", { href: address(texts.secours[1]) }, texts.secours[0])),
    );
  const correction = (instead) => (instead.length ? texts.plutot.replace("{mots}", instead.map(([, word]) => word).join(" ")) : "");

  const announce = (results, instead) => {
    status.textContent = [correction(instead), results.length ? plural(texts.compte, results.length) : texts.aucun].join(" ").trim();
  };
  // The best ones; lists, which answer no more than once or twice, leave room for what they list.
  const shortened = (results) => {
    let lists = 0;
    return results.filter(({ number }) => entries[number].kind !== "listes" || lists++ < 2).slice(0, SHOWN);
  };
  const showList = ({ results, instead }) => {
    list.replaceChildren();
    let place = 0;
    const box = make("div", { role: "listbox", id: "resultats", "aria-label": texts.titre });
    for (const [kind, members] of groups(shortened(results))) {
      const heading = make("span", { class: "resultat-genre", id: "groupe-" + kind }, texts.genres[kind]);
      box.append(make("div", { role: "group", "aria-labelledby": heading.id }, heading, ...members.map((member) => found(member, true, place++))));
    }
    const said = correction(instead);
    if (said) list.append(make("p", { class: "resultat-plutot" }, said));
    if (results.length) list.append(box);
    else list.append(nothing());
    if (results.length > SHOWN) {
      list.append(make("p", { class: "resultat-tous" }, make("a", { href: everything() }, plural(texts.tous, results.length))));
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
    if (!entries.length) return;
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
    list = make("div", { class: "resultats", hidden: true });
    form.append(list);
    combobox = vitrineCombobox(form, input, list, run);
    // Browsers disagree on the origin of a disk, and refuse to send the form there.
    if (location.protocol === "file:") {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        location.assign(everything());
      });
    }
  } else {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
  }
  input.addEventListener("input", run);

  const fetchScript = (src) => document.head.append(make("script", { src }));
  window.vitrineRecherche = (data) => {
    const first = !vocabularies.length;
    if (first) {
      ({ regles: rules, textes: texts, genres: kinds } = data);
      stops = new Set(rules.vides.split(" "));
      light = new Set(rules.legers.split(" "));
      for (const rule of rules.oreille) rule[0] = new RegExp(rule[0], "g");
      for (const rule of rules.tournures) rule[0] = new RegExp(rule[0], "gi");
    }
    const rows = [];
    for (const [kind, before, template, members] of data.groupes) {
      for (const row of members) {
        const [label, own, , , summary] = row;
        rows.push([entries.length, row]);
        entries.push({ kind: kinds[kind], title: template.replace("{}", label), label, url: before ? before + own + "/" : own, summary, parts: [] });
      }
    }
    if (first) {
      vocabularies.push(indexed(rows));
      professions = entries.filter(({ kind }) => kind === "metiers").length;
      families = entries.filter(({ url }) => url.includes("par-famille/"));
      fetchScript(form.dataset.texte);
      (window.requestIdleCallback || setTimeout)(() => spellings(vocabularies[0]));
    } else {
      for (const [number, summary] of Object.entries(data.resumes)) entries[number].summary = summary;
      for (const [number] of rows) entries[number].parts = useful(wordsOf(entries[number].title)).map(stem);
      for (const group of data.voisins) {
        const stems = group.split(" ").map(stem);
        for (const one of stems) neighbours.set(one, [...(neighbours.get(one) || []), ...stems.filter((other) => other !== one)]);
      }
      vocabularies.push(unpacked(data.mots ? data.mots.split(" ") : [], data.listes.split(" ")));
    }
    // A list in which someone is already choosing is left as it is.
    if ((document.activeElement === input && !input.hasAttribute("aria-activedescendant")) || page) run();
  };
  if (page) input.value = new URLSearchParams(location.search).get("q") || "";
  fetchScript(form.dataset.index);
})();
