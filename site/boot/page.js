// The one thing that Python asks of a script: to change the page without a jump.

import { Idiomorph } from "./idiomorph.js";

// A fold that the person opened stays open, and one they closed stays closed.
const keepFolds = {
  beforeAttributeUpdated: (name, element) => !(name === "open" && element.matches("details")),
};

globalThis.chn.show = (html, sameScreen) => {
  const main = document.getElementById("main");
  if (sameScreen) {
    Idiomorph.morph(main, html, { morphStyle: "innerHTML", callbacks: keepFolds });
  } else {
    Idiomorph.morph(main, html, { morphStyle: "innerHTML" });
  }
};
document.dispatchEvent(new CustomEvent("chn:page"));
