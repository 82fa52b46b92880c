// What axe finds in the page as it stands: its violations; its doubts; and how many doubts a measure settled, one count a reason.
async () => {
  // In forced colours Chromium paints the system's colour, but goes on telling the author's as -webkit-text-fill-color, which axe reads.
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  const painted = function (name) {
    return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
  if (matchMedia("(forced-colors: active)").matches) CSSStyleDeclaration.prototype.getPropertyValue = painted;

  const { Color, getContrast } = axe.commons.color;
  const colour = (text) => new Color().parseString(text);
  const hides = ({ backgroundColor, backgroundImage }, tag) =>
    colour(backgroundColor).alpha > 0 || backgroundImage !== "none" || /^(img|svg|video|canvas|iframe)$/i.test(tag);

  // Where text straddles elements axe does not choose; each line of it is measured on the first opaque ground under it.
  const behind = (stack, element) => {
    const rank = stack.indexOf(element);
    const layer = stack.findIndex((node, place) => hides(getComputedStyle(node), node.tagName));
    const style = layer >= rank && rank >= 0 ? getComputedStyle(stack[layer]) : null;
    const plain = style && style.backgroundImage === "none" && colour(style.backgroundColor).alpha === 1;
    return plain && stack.every((node) => getComputedStyle(node).opacity === "1") ? colour(style.backgroundColor) : null;
  };
  // A line under a list that is open is not there to be read: axe judges it when the list is closed, in another view.
  // Nor is one under the bar of buttons that stays at the foot of the wall: the page scrolls it out.
  const covered = (stack, element) => stack.slice(0, stack.indexOf(element)).some((node) => node.matches(".resultats, .langues ul, .commandes"));
  const legible = ({ element, any: [check] }) => {
    const ink = colour(getComputedStyle(element).color);
    const wanted = parseFloat(check.data.expectedContrastRatio) || 4.5;
    const readable = (ground) => ground && ink.alpha === 1 && getContrast(ground, ink) >= wanted;
    const lines = axe.commons.dom.getTextElementStack(element);
    const bare = check.data.messageKey === "emptyValue";
    return lines.length > 0 && lines.every((stack) => covered(stack, element) || (!bare && readable(behind(stack, element))));
  };
  // The text of a drawing lies on the tile drawn just before it.
  const drawn = ({ element, any: [check] }) => {
    const tile = element.previousElementSibling;
    const inside = (outer, inner) => outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
    if (!element.matches("text") || !tile?.matches("rect") || !inside(tile.getBoundingClientRect(), element.getBoundingClientRect())) return false;
    const [ink, ground] = [element, tile].map((node) => colour(getComputedStyle(node).fill));
    return ink.alpha === 1 && ground.alpha === 1 && getContrast(ground, ink) >= (parseFloat(check.data.expectedContrastRatio) || 4.5);
  };
  // A list that scrolls as the arrows of its field go through it needs no stop of its own.
  const steered = ({ element }) => [...element.querySelectorAll("[role=listbox]")].some((list) => document.querySelector(`[role=combobox][aria-controls~="${list.id}"]`));
  const MEASURED = ["bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring", "emptyValue", "shortTextContent"];
  const DRAWN = [...MEASURED, "imgNode"]; // Firefox sees the drawing itself behind the text that stands in it
  const measured = (node) => {
    const inside = node.element.ownerSVGElement;
    return (inside ? DRAWN : MEASURED).includes(node.any[0].data.messageKey) && (inside ? drawn : legible)(node);
  };
  const settled = ({ id }, node) => (id === "color-contrast" && measured(node)) || (id === "scrollable-region-focusable" && steered(node));

  const told = ({ id }, node) => `${id} ${node.any[0]?.data?.messageKey ?? ""} ${node.html.slice(0, 140)}`.replace(/\s+/g, " ");
  const pairs = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => [rule, node]));
  const resultTypes = ["violations", "incomplete"];
  const { violations, incomplete } = await axe.run({ resultTypes, selectors: false, elementRef: true, preload: location.protocol !== "file:" });
  axe.setup(document.body);
  const [known, doubts] = [[], []];
  for (const [rule, node] of pairs(incomplete)) (settled(rule, node) ? known : doubts).push(told(rule, node));
  axe.teardown();
  CSSStyleDeclaration.prototype.getPropertyValue = read;
  return { violations: pairs(violations).map((pair) => told(...pair)), doubts, known };
}
