// While Python is on its way: shows the first screens as they were built, and what was added.

"use strict";

(() => {
  const root = document.documentElement;
  const BUILT = ["welcome", "activities", "people", "places"];
  let order = BUILT;
  const added = new Map(order.map((step) => [step, []]));
  const early = () => !("ready" in root.dataset);
  const main = () => document.getElementById("main");
  const box = () => main().querySelector('form[data-press="add"] input');

  function say(text) {
    const line = document.getElementById("loading");
    if (line) line.textContent = text;
  }

  const built = (step) => document.querySelector(`template[data-early="${CSS.escape(step)}"]`);

  function show(step) {
    if (!built(step) || main().dataset.step === step) return;
    main().replaceChildren(built(step).content.cloneNode(true));
    main().dataset.step = step;
    count(step);
    list();
    document.getElementById("title").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  // How far one is, as it was built for the list that has this place where nobody chooses.
  function count(step) {
    const [here, there] = [main(), built(BUILT[order.indexOf(step)] ?? step).content].map((page) => ({
      bar: page.querySelector(".progress__bar"),
      words: page.querySelector(".progress__words"),
    }));
    if (!here.bar) return;
    here.bar.replaceWith(there.bar.cloneNode(true));
    const told = there.words.textContent;
    here.words.textContent = told.replace(there.words.dataset.part, here.words.dataset.part);
  }

  function turn(by) {
    const at = order.indexOf(main().dataset.step);
    if (at >= 0) show(order[at + by] ?? "");
  }

  // Whoever goes from the welcome to a list starts there; the other lists come after it.
  function went(step) {
    const [welcome, ...lists] = order;
    const at = lists.indexOf(step);
    if (main().dataset.step === welcome && at > 0) {
      order = [welcome, ...lists.slice(at), ...lists.slice(0, at)];
    }
    show(step);
  }

  function add(text) {
    if (!box()) return;
    added.get(main().dataset.step).push(...text.split(/[\r\n]+/).filter((line) => line.trim()));
    box().value = "";
    box().focus();
    list();
    box().scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function list() {
    const lines = added.get(main().dataset.step);
    if ([...added.values()].some((all) => all.length)) {
      const where = document.getElementById("where");
      where.textContent = where.dataset.tab;
    }
    if (!lines.length) return;
    document.getElementById("early-rows")?.remove();
    main().querySelector(".nothing")?.remove();
    box().form.after(rows(lines));
  }

  function rows(lines) {
    const rows = document.createElement("ul");
    rows.id = "early-rows";
    rows.className = "rows";
    rows.translate = false;
    for (const line of lines) {
      const row = document.createElement("li");
      row.className = "row";
      row.textContent = line;
      rows.append(row);
    }
    return rows;
  }

  const shownBy = {
    add: ({ text }) => add(text),
    back: () => turn(-1),
    "list-done": () => turn(1),
    went: ({ to }) => went(to.replace("#/", "") || "welcome"),
  };

  document.addEventListener("chn:early", ({ detail }) => {
    shownBy[detail.press]?.(detail);
    if (detail.press !== "typed") say(document.getElementById("loading").dataset.waitingText);
  });

  document.addEventListener("chn:failed", failed);

  // Python has all of it now, and may have to forget it.
  document.addEventListener("chn:taken", () => added.clear());

  // What was typed goes no further, but can be read, and copied to paper.
  function failed() {
    const lines = [...[...added.values()].flat(), box()?.value].filter(Boolean);
    main().replaceChildren(document.getElementById("failed").content.cloneNode(true));
    main().dataset.step = "failed";
    const typed = document.getElementById("typed");
    if (lines.length) typed.after(rows(lines));
    typed.hidden = !lines.length;
    say("");
    document.getElementById("title").focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!early()) return;
    say(document.getElementById("loading").dataset.waitingText);
    show(location.hash.replace("#/", "") || "welcome");
    if ("failed" in root.dataset) failed();
  });
})();
