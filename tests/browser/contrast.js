// Contrast as axe judges it, once for each look of words on their ground, wherever that look is met.
//
// Whether words are legible hangs on their colour, size and weight and on what is painted under them.
// Where that is their own ancestors and nothing else, words that look alike are alike: `known` looks
// were good before. Words that hang out of their ground, are cut off or have something else between
// them and their ground stand apart and are judged each time; so are all that axe did not call good,
// such as words that something covers. What no eye sees axe calls good unlooked, and controls that are
// switched off it passes over: they are left out.
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
  const linesOf = remembering((one) => Array.from(one.getClientRects()));

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
  const above = remembering((one) => { // itself and its ancestors
    const chain = [];
    for (let here = one; here; here = here.parentElement) chain.push(here);
    return chain;
  });
  const lookOf = (one) => [
    ...LETTERS.map((name) => styleOf(one)[name]), ...above(one).map(layerOf).filter(Boolean),
  ].join("; ");

  const isUnseen = (one) => {
    const { width, height, right, bottom } = boxOf(one);
    return (isCut(one) && width < 2 && height < 2) || right + scrollX <= 0 || bottom + scrollY <= 0;
  };

  const meets = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;
  const isBetween = (other, words, ground) => {
    const box = boxOf(other);
    if (!meets(boxOf(words), box) || other.contains(words) || words.contains(other)) return false;
    return linesOf(words).filter((line) => meets(line, box)).some((line) => {
      const x = (Math.max(line.left, box.left) + Math.min(line.right, box.right)) / 2;
      const y = (Math.max(line.top, box.top) + Math.min(line.bottom, box.bottom)) / 2;
      const order = document.elementsFromPoint(x, y);
      const [upper, here, lower] = [words, other, ground].map((one) => order.indexOf(one));
      return Math.min(upper, here, lower) < 0 || (upper < here && here < lower);
    });
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
  const hasWords = (one) => !one.matches(":disabled") && (one.matches(FIELDS)
    || Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()));

  const APART = "", words = new Map(visible.filter((one) => hasWords(one) && !isUnseen(one))
    .map((one) => [one, standsApart(one) ? APART : lookOf(one)]));
  const good = new Set(), bad = new Set(), faults = [], old = new Set(known);
  const judge = async (asked) => {
    if (!asked.length) return;
    const { passes, violations } = await axe.run({ include: asked }, {
      runOnly: ["color-contrast"], elementRef: true, resultTypes: ["passes", "violations"],
      preload: false, selectors: false,
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
