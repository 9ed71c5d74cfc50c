// Contrast as axe judges it, once for each look of words on their ground, wherever that look is met.
//
// Whether words are legible hangs on their colour, size and weight and on what is painted under them.
// Where that is their own ancestors and nothing else, words that look alike are alike: `known` looks
// were good before. Words that hang out of their ground, are cut off or have something else between
// them and their ground stand apart and are judged each time; so are all that axe did not call good,
// such as words that something covers. What no eye sees axe calls good unlooked: it is left out.
async (known) => {
  const SLACK = 1; // px
  const FIELDS = "input, select, textarea", PICTURES = "img, svg, canvas, video, iframe, object";
  const LETTERS = ["color", "webkitTextFillColor", "fontSize", "fontWeight", "textShadow"];
  const PLAIN = {
    backgroundImage: "none", filter: "none", backdropFilter: "none", maskImage: "none",
    mixBlendMode: "normal", opacity: "1", webkitTextStrokeWidth: "0px",
  };
  const remembering = (make, made = new Map()) => (one) =>
    made.get(one) ?? made.set(one, make(one)).get(one);
  const styleOf = remembering((one) => getComputedStyle(one));
  const boxOf = remembering((one) => one.getBoundingClientRect());

  const layerOf = remembering((one) => {
    const style = styleOf(one), colour = style.backgroundColor;
    const special = Object.keys(PLAIN).filter((name) => style[name] !== PLAIN[name]);
    return [
      ...(/[,/] 0\)$/.test(colour) ? [] : [colour]),
      ...special.map((name) => `${name}: ${style[name]}`),
    ].join();
  });
  const isSolid = (one) => layerOf(one).startsWith("rgb(") && !layerOf(one).includes("/");
  const isCut = (one) => styleOf(one).clipPath !== "none" || styleOf(one).clip !== "auto";
  const isWindow = (one) => styleOf(one).overflow !== "visible" && one !== document.documentElement;
  const above = (one) => (one ? [one, ...above(one.parentElement)] : []); // itself and its ancestors
  const lookOf = (one) => [
    ...LETTERS.map((name) => styleOf(one)[name]), ...above(one).map(layerOf).filter(Boolean),
  ].join("; ");

  const isUnseen = (one) => {
    const { width, height, right, bottom } = boxOf(one);
    return (isCut(one) && width < 2 && height < 2) || right + scrollX <= 0 || bottom + scrollY <= 0;
  };

  const shared = (one, other) => ({
    left: Math.max(one.left, other.left), right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom),
  });
  const isBetween = (other, words, ground) => {
    const { left, right, top, bottom } = shared(boxOf(words), boxOf(other));
    if (right - left <= SLACK || bottom - top <= SLACK) return false;
    if (other.contains(words) || words.contains(other)) return false;
    const order = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    const [upper, here, lower] = [words, other, ground].map((one) => order.indexOf(one));
    return Math.min(upper, here, lower) < 0 || (upper < here && here < lower);
  };
  const holds = (outer, inner) =>
    outer.left <= inner.left + SLACK && outer.right >= inner.right - SLACK
    && outer.top <= inner.top + SLACK && outer.bottom >= inner.bottom - SLACK;
  const visible = Array.from(document.body.querySelectorAll("*"))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const painted = visible
    .filter((one) => (layerOf(one) || one.matches(PICTURES)) && !one.parentElement.closest("svg"));
  const standsApart = (one) => {
    const box = boxOf(one), chain = above(one), place = chain.findIndex(isSolid);
    const frames = chain.slice(1)
      .filter((under, number) => (number < place && layerOf(under)) || isWindow(under));
    return box.width < 2 || box.height < 2 || box.left < 0 || box.top + scrollY < 0
      || place < 0 || chain.some(isCut) || frames.some((under) => !holds(boxOf(under), box))
      || painted.some((other) => isBetween(other, one, chain[place]));
  };
  const hasWords = (one) => one.matches(FIELDS)
    || Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim());

  const APART = "", words = new Map(visible.filter((one) => hasWords(one) && !isUnseen(one))
    .map((one) => [one, standsApart(one) ? APART : lookOf(one)]));
  const good = new Set(), bad = new Set(), faults = [], old = new Set(known);
  const judge = async (asked) => {
    if (!asked.length) return;
    const { passes, violations } = await axe.run({ include: asked }, {
      runOnly: ["color-contrast"], elementRef: true, resultTypes: ["passes", "violations"],
      preload: false,
    });
    const looks = (rules) => rules.flatMap((one) => one.nodes.map(({ element }) => words.get(element)));
    for (const look of looks(passes)) good.add(look);
    for (const look of looks(violations)) bad.add(look);
    for (const one of violations) {
      faults.push(`${one.id}: ${one.help} — ${one.nodes[0].html.slice(0, 200)}`);
    }
  };

  const doubtful = Array.from(words.keys()).filter((one) => !old.has(words.get(one)));
  const first = new Map(doubtful.map((one) => [words.get(one) || one, one]));
  await judge(Array.from(first.values()));
  await judge(doubtful.filter((one) => {
    const look = words.get(one);
    return look !== APART && first.get(look) !== one && !good.has(look) && !bad.has(look);
  }));
  return { good: Array.from(good).filter((look) => look && !bad.has(look)), faults };
}
