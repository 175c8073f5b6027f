// While Python is on its way: shows the first screens as they were built, and what was added.

"use strict";

(() => {
  const root = document.documentElement;
  const early = () => !("ready" in root.dataset);

  function say(text) {
    const line = document.getElementById("loading");
    if (line) line.textContent = text;
  }

  function show(step) {
    const built = document.querySelector(`template[data-early="${CSS.escape(step)}"]`);
    const main = document.getElementById("main");
    if (!built || main.dataset.step === step) return;
    main.replaceChildren(built.content.cloneNode(true));
    main.dataset.step = step;
    main.querySelector("input")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function list(text) {
    const form = document.querySelector('#main form[data-press="add"]');
    if (!form) return;
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
    const rows = document.getElementById("early-rows") ?? document.createElement("ul");
    rows.id = "early-rows";
    rows.className = "rows";
    for (const line of lines) {
      const row = document.createElement("li");
      row.className = "row";
      row.translate = false;
      row.textContent = line;
      rows.append(row);
    }
    form.after(rows);
    document.querySelector("#main .nothing")?.remove();
    form.querySelector("input").value = "";
  }

  const shownBy = { went: ({ to }) => show(to.replace("#/", "")), add: ({ text }) => list(text) };

  document.addEventListener("chn:early", ({ detail }) => {
    shownBy[detail.press]?.(detail);
    if (detail.press !== "typed") say(document.getElementById("loading").dataset.waitingText);
  });

  document.addEventListener("chn:failed", failed);

  function failed() {
    const main = document.getElementById("main");
    main.replaceChildren(document.getElementById("failed").content.cloneNode(true));
    main.dataset.step = "failed";
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
