// The page of what a visitor keeps: shown, printed, shared, exported, erased; all of it on this device.
(() => {
  const root = document.querySelector(".selection");
  const texts = JSON.parse(root.dataset.textes);
  const { read, write } = globalThis.vitrineSelection;
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const status = root.querySelector("[role=status]");
  const lists = root.querySelector(".listes");
  const link = root.querySelector("input");
  const drawing = root.querySelector(".qr");
  const button = (name) => root.querySelector(`[data-action=${name}]`);
  let known, frame;

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const count = (forms, n) => ((n || !forms.zero ? forms[rules.select(n)] : forms.zero) || forms.other).replace("{n}", n);

  // -- what is shown: what was shared, if the address says so, else what is kept

  const shared = () => {
    try {
      return location.hash.startsWith("#s=") ? decodeURIComponent(location.hash.slice(3)).split(",").slice(0, 200) : null;
    } catch {
      return null;
    }
  };
  const shown = () => (shared() || read()).filter((address) => Object.hasOwn(known, address));
  const lost = () => (shared() || read()).filter((address) => !Object.hasOwn(known, address));
  const address = () => {
    const here = location.protocol.startsWith("http") ? location.href.replace(/[?#].*/, "") : root.dataset.adresse;
    return here + "#s=" + shown().join(",");
  };

  const followed = (said) => make("a", { href: said[1], dir: "ltr", textContent: said[0] });
  const french = (said) => make("span", { lang: said[2], dir: "ltr", textContent: said[0] });
  const detail = (said) => make("p", {}, typeof said === "string" ? said : said[1] ? followed(said) : french(said));
  const card = (place) => {
    const [, title, language, details] = known[place];
    const name = make("a", { href: vitrineAdresse(root.dataset.racine + place), textContent: title });
    const text = make("div", {}, make("h3", {}, name), ...details.map(detail));
    if (language !== document.documentElement.lang) Object.assign(text, { lang: language, dir: "ltr" });
    const item = make("li", {}, text);
    if (!shared()) {
      const remove = make("button", { type: "button", className: "bouton second" }, texts.retirer, make("span", { className: "invisible", textContent: " – " + title }));
      remove.addEventListener("click", () => {
        const position = [...lists.querySelectorAll("li")].indexOf(item);
        write(read().filter((kept) => kept !== place));
        show();
        const left = [...lists.querySelectorAll("h3 a")];
        (left[Math.min(position, left.length - 1)] || root.querySelector("h2")).focus();
      });
      item.append(remove);
    }
    return item;
  };
  const show = () => {
    const found = shown();
    lists.replaceChildren();
    for (const [kind, label] of texts.genres) {
      const own = found.filter((place) => known[place][0] === kind);
      if (own.length) lists.append(make("h2", { textContent: label }), make("ul", { className: "gardees" }, ...own.map(card)));
    }
    const gone = lost().length;
    status.textContent = [count(shared() ? texts.recue : texts.compte, found.length), gone ? count(texts.perdues, gone) : ""].filter(Boolean).join(" ");
    for (const part of root.querySelectorAll("[data-si=plein]")) part.hidden = !found.length;
    for (const part of root.querySelectorAll("[data-si=recue]")) part.hidden = !shared();
    for (const part of root.querySelectorAll("[data-si=gardee]")) part.hidden = Boolean(shared()) || !read().length;
    link.value = address();
    drawing.replaceChildren();
    root.querySelector("h2").tabIndex = -1;
  };

  // -- the QR code: segno has drawn the frame, the text of the address goes into it (ISO/IEC 18004, bytes, mask 0)

  const powers = [1];
  for (let i = 1; i < 255; i++) powers.push((powers[i - 1] << 1) ^ (powers[i - 1] & 128 ? 285 : 0));
  const logs = new Map(powers.map((value, i) => [value, i]));
  const times = (a, b) => (a && b ? powers[(logs.get(a) + logs.get(b)) % 255] : 0);
  const correction = (data, length) => {
    let divisor = [1];
    for (let i = 0; i < length; i++) divisor = [...divisor, 0].map((value, k) => value ^ (k ? times(divisor[k - 1], powers[i]) : 0));
    const rest = [...data, ...Array(length).fill(0)];
    for (let i = 0; i < data.length; i++) {
      const lead = rest[i];
      if (lead) divisor.forEach((value, k) => (rest[i + k] ^= times(value, lead)));
    }
    return rest.slice(data.length);
  };
  const woven = (parts) => Array.from({ length: Math.max(...parts.map((part) => part.length)) }, (_, i) => parts.map((part) => part[i])).flat().filter((value) => value !== undefined);
  const codewords = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const room = frame.blocs.reduce((sum, [data]) => sum + data, 0);
    if (bytes.length > room - 3) return null;
    const bits = "0100" + bytes.length.toString(2).padStart(16, "0") + bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("") + "0000";
    const data = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
    for (let i = 0; data.length < room; i++) data.push(i % 2 ? 17 : 236);
    let start = 0;
    const blocks = frame.blocs.map(([length]) => data.slice(start, (start += length)));
    return [...woven(blocks), ...woven(blocks.map((block, i) => correction(block, frame.blocs[i][1])))];
  };
  const modules = (words) => {
    const side = frame.cote;
    const signs = [...frame.cadre];
    let bit = 0;
    let upwards = true;
    for (let right = side - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < side; step++) {
        const row = upwards ? side - 1 - step : step;
        for (const column of [right, right - 1]) {
          if (signs[row * side + column] !== ".") continue;
          const value = (words[bit >> 3] >> (7 - (bit & 7))) & 1;
          signs[row * side + column] = String(value ^ ((row + column) % 2 === 0 ? 1 : 0));
          bit += 1;
        }
      }
      upwards = !upwards;
    }
    return signs;
  };
  const draw = () => {
    const words = codewords(address());
    if (!words) return drawing.replaceChildren(make("p", { textContent: texts.trop }));
    const side = frame.cote;
    const path = modules(words).map((sign, i) => (sign === "1" ? `M${(i % side) + 4} ${Math.floor(i / side) + 4}h1v1h-1z` : "")).join("");
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side + 8} ${side + 8}`, role: "img", "aria-label": texts.qr })) svg.setAttribute(name, value);
    const ground = svg.appendChild(document.createElementNS(space, "path"));
    ground.setAttribute("class", "fond-qr");
    ground.setAttribute("d", `M0 0h${side + 8}v${side + 8}H0z`);
    svg.appendChild(document.createElementNS(space, "path")).setAttribute("d", path);
    drawing.replaceChildren(svg);
  };

  // -- what one can do with it

  const say = (text) => (status.textContent = text);
  const file = () => {
    const parts = shown().map((place) => {
      const [, title, , details] = known[place];
      return [title, ...details.map((said) => (typeof said === "string" ? said : said[0])), new URL(root.dataset.racine + place, address()).href].join("\r\n");
    });
    return [document.title, ...parts, address()].join("\r\n\r\n") + "\r\n";
  };
  const actions = {
    imprimer: () => print(),
    copier: async () => {
      link.select();
      try {
        await navigator.clipboard.writeText(link.value);
        say(texts.copie);
      } catch {
        say(texts.a_copier);
      }
    },
    qr: draw,
    exporter: () => {
      const url = URL.createObjectURL(new Blob(["\ufeff" + file()], { type: "text/plain;charset=utf-8" }));
      make("a", { href: url, download: root.dataset.fichier }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    },
    effacer: () => {
      write([]);
      show();
      root.querySelector("h2").focus();
    },
    garder: () => {
      write([...new Set([...read(), ...shown()])]);
      history.replaceState(null, "", location.pathname);
      show();
      root.querySelector("h2").focus();
    },
  };
  for (const [name, act] of Object.entries(actions)) button(name).addEventListener("click", act);
  addEventListener("hashchange", show);
  addEventListener("storage", show);

  globalThis.vitrineCarnet = ({ fiches, qr }) => {
    [known, frame] = [fiches, qr];
    root.hidden = false;
    show();
  };
  document.head.append(make("script", { src: root.dataset.donnees }));
})();
