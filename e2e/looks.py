"""What is looked for on a screen: scripts for the page, each of which lists what is amiss."""

# How far the page can be scrolled sideways, and what sticks out of it.
SIDEWAYS = """() => {
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth <= innerWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width && right > innerWidth + 0.5;
  });
  return [scrollWidth, ...out.map((e) => `${e.tagName}.${e.getAttribute("class")}`)];
}"""

# What can be pressed and is less than 44 px high or wide; a link inside a sentence is as it is.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((element) => element.checkVisibility() && !element.closest("dialog:not([open])"))
  .filter((element) => {
    const others = [...element.parentElement.childNodes].filter((node) => node !== element);
    const inSentence = element.matches("p a, li a")
      && others.some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return !inSentence && !element.matches(".nhsuk-skip-link");
  })
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, { width, height }]) => width < 43.9 || height < 43.9)
  .map(([element, { width, height }]) =>
    `${element.textContent.trim() || element.id}: ${Math.round(width)} x ${Math.round(height)}`)"""

# What can be pressed and is nearer than 16 px to Help or Leave now, on the page or in the dialog
# that lies over it. What is scrolled goes out of sight under their bar, so that the bar itself has
# to reach as far below them.
NEAR = """() => {
  const box = (element) => element.getBoundingClientRect();
  const top = document.querySelector("dialog[open]") ?? document.body;
  const all = [...top.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((e) => e.checkVisibility() && !e.matches(".nhsuk-skip-link:not(:focus)"));
  const acts = all.filter((e) => e.matches("header [data-help], [data-leave]"));
  const gap = (a, b) => Math.max(
    a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  if (!acts.some((act) => "leave" in act.dataset)) return ["no Leave now"];
  return acts.flatMap((act) => [
    ...all.filter((other) => other !== act && gap(box(act), box(other)) < 16)
      .map((other) => `${act.textContent.trim()} and ${other.textContent.trim()}: `
        + Math.round(gap(box(act), box(other)))),
    ...(box(act.closest("header, .dialog__top")).bottom - box(act).bottom < 16
      ? [`${act.textContent.trim()} and what is scrolled`] : []),
  ]);
}"""

# Text that is cut off by its own box. The picture and what is beside it are scrolled or summed up.
CUT = """() => {
  const meant = ".nhsuk-u-visually-hidden, .nhsuk-skip-link, .map-frame, .chosen__said, svg, svg *";
  return [...document.querySelectorAll("body *")]
    .filter((e) => e.checkVisibility() && !e.matches(meant) && e.textContent.trim())
    .filter((e) => {
      const { overflowX, overflowY } = getComputedStyle(e);
      const cuts = (way) => way === "hidden" || way === "clip";
      return (cuts(overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (cuts(overflowY) && e.scrollHeight > e.clientHeight + 1);
    })
    .map((e) => `${e.tagName}.${e.getAttribute("class")}: ${e.textContent.trim().slice(0, 40)}`);
}"""

# What cannot be seen when it has the focus: no ring round it, or all of it off the window, under
# the bar at the top or under what lies over the foot. Keys have to be in use.
UNSEEN = """() => {
  const top = document.querySelector("dialog[open]") ?? document.body;
  const all = [...top.querySelectorAll(
    "a[href], button, summary, input, select, textarea, [tabindex='0']")];
  const faults = [];
  for (const element of all.filter((e) => e.checkVisibility() && !e.disabled)) {
    element.focus();
    const name = `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push(`${name}: no ring`);
    const { left, right, top: above, bottom } = element.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((y) => [0.05, 0.5, 0.95].map((x) =>
      [left + x * (right - left), above + y * (bottom - above)]));
    const seen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (element.contains(hit) || hit.contains(element));
    });
    if (!seen) faults.push(`${name}: not in sight`);
  }
  return faults;
}"""

# WCAG 1.4.12: as much room about text as a reader may set.
SPACE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
UNSPACE = "() => { document.adoptedStyleSheets = []; }"

# Back to the top of the page, and of what is scrolled within it.
TOP = """() => {
  for (const one of document.querySelectorAll("dialog[open], .chosen")) one.scrollTop = 0;
  scrollTo(0, 0);
}"""
