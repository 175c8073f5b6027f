// The one thing that Python asks of a script: to change the page without a jump.

import { Idiomorph } from "./idiomorph.js";

// What holds no field and is the same is left as it is: most of a large map, at most presses.
// A passphrase that is being typed is nobody's draft, so it is carried over here.
function skipSame(old, now) {
  if (old.matches?.("[data-secret]") && old.id === now.id) {
    now.value = old.value;
    if (old.matches("input")) now.type = old.type;
  }
  return !(old.matches?.(".row, svg, svg *") && old.isEqualNode(now));
}

// A fold that the person opened stays open, and one they closed stays closed.
const keepFolds = (name, element) => !(name === "open" && element.matches("details"));

globalThis.chn.show = (html, sameScreen) => {
  Idiomorph.morph(document.getElementById("main"), html, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: skipSame,
      ...(sameScreen && { beforeAttributeUpdated: keepFolds }),
    },
  });
};
