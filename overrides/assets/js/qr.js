// The QR code of a text that only this browser knows: segno has drawn the frame, the text goes into it (ISO/IEC 18004, bytes, mask 0).
(() => {
  let frame;
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
  const drawn = (words, label) => {
    const side = frame.cote;
    const path = modules(words).map((sign, i) => (sign === "1" ? `M${(i % side) + 4} ${Math.floor(i / side) + 4}h1v1h-1z` : "")).join("");
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${side + 8} ${side + 8}`, role: "img", "aria-label": label, fill: "#000" })) svg.setAttribute(name, value);
    const ground = svg.appendChild(document.createElementNS(space, "path"));
    ground.setAttribute("class", "fond-qr");
    ground.setAttribute("fill", "#fff");
    ground.setAttribute("d", `M0 0h${side + 8}v${side + 8}H0z`);
    svg.appendChild(document.createElementNS(space, "path")).setAttribute("d", path);
    return svg;
  };

  globalThis.vitrineQrCadre = (data) => (frame = data);
  // The drawing of a text, or null when it is too long for the frame.
  globalThis.vitrineQr = (text, label) => {
    const words = codewords(text);
    return words && drawn(words, label);
  };
})();
