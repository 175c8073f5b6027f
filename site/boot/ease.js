// Ways to ease reading: the size of text, a calmer screen, signs beside words, reading aloud.
//
// Each is an attribute of the page, which the style sheet goes by: they are there before anything is
// painted, and need no Python. Kept is which of them are on, no more: in the tab's own storage or, if
// the person asks for that, in the browser's.

"use strict";

globalThis.chnEase = (() => {
  const KEY = `chn-self:${new URL("./", location.href).pathname}:ease`;
  const SIZES = ["100", "125", "150", "200"]; // per cent of what the browser is set to
  const WAYS = ["calm", "signs", "aloud"];
  const root = document.documentElement;

  // Storage may be turned off, and then throws: the ways last as long as the page.
  const guarded = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  const inTab = () => guarded(() => sessionStorage.getItem(KEY));
  const onDevice = () => guarded(() => localStorage.getItem(KEY));

  let kept = onDevice() !== null;
  let size = SIZES[0];
  let on = new Set();

  function read(text) {
    const words = text.split(" ");
    size = SIZES.find((one) => words.includes(one)) ?? SIZES[0];
    on = new Set(WAYS.filter((way) => words.includes(way)));
  }

  function write() {
    forget();
    const words = [size, ...on].join(" ");
    if (kept) guarded(() => localStorage.setItem(KEY, words));
    else if (words !== SIZES[0]) guarded(() => sessionStorage.setItem(KEY, words));
    kept = onDevice() !== null; // where it could not be, the button says so
  }

  function show() {
    root.dataset.size = size;
    for (const way of WAYS) root.toggleAttribute(`data-${way}`, on.has(way));
    for (const button of document.querySelectorAll("[data-ease]")) {
      button.setAttribute("aria-pressed", isOn(button.dataset.ease));
    }
    document.dispatchEvent(new CustomEvent("chn:eased"));
  }

  function isOn(way) {
    return way === "keep" ? kept : way === `size=${size}` || on.has(way);
  }

  function press(way) {
    if (way === "keep") kept = !kept;
    else if (way.startsWith("size=")) size = way.slice(5);
    else if (!on.delete(way)) on.add(way);
    write();
    show();
  }

  function forget() {
    guarded(() => sessionStorage.removeItem(KEY));
    guarded(() => localStorage.removeItem(KEY));
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-ease]");
    if (button) press(button.dataset.ease);
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;
    show();
  });

  read(onDevice() ?? inTab() ?? "");
  show();
  return {
    forget,
    // What is kept for this tab goes with it; what the person keeps on the device stays.
    leave: () => guarded(() => sessionStorage.removeItem(KEY)),
  };
})();
