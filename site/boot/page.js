// The one thing that Python asks of a script: to change the page without a jump.

import { Idiomorph } from "./idiomorph.js";

// The page's policy refuses to make markup of any text; this is the one that it lets through, for
// the screens, whose templates escape every word that is not ours. Some browsers have no such thing.
const screens = globalThis.trustedTypes?.createPolicy("chn", { createHTML: (html) => html });

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = screens?.createHTML(html) ?? html;
  return template.content;
}

// What stands there already is left as it is: most of a large map, at most presses.
const skipSame = (old, now) =>
  !now.hasAttribute?.("data-same") && !(old.matches?.(".row, svg, svg *") && old.isEqualNode(now));

// A passphrase that is being typed is in its field and nowhere else, shown or hidden as it is.
const isSecret = (name, element) =>
  (name === "value" || name === "type") && element.matches("[data-secret]");

// The same words of another press are news: a reader tells only of what comes anew.
function renew(old, now) {
  if (old.id !== "said" || old.dataset.past === now.dataset.past) return;
  if (old.textContent === now.textContent) old.replaceChildren();
}

// A fold that the person opened stays open, and one they closed stays closed.
const isFold = (name, element) => name === "open" && element.matches("details");

// How large the picture is, and where keys are on it, the person decides, as long as they are there.
const isLooking = (name, element) =>
  (name === "tabindex" && element.matches('[role="treeitem"]')) ||
  ((name === "style" || name === "data-zoomed") && element.id === "map-frame");

const stands = ({ id }) => document.getElementById(id);

// False if the page lacks what is said to stand there already: nothing is changed then.
globalThis.chn.show = (html, sameScreen) => {
  const next = parsed(html);
  if (![...next.querySelectorAll("[data-same]")].every(stands)) return false;
  Idiomorph.morph(document.getElementById("main"), next, {
    morphStyle: "innerHTML",
    callbacks: {
      beforeNodeMorphed: (old, now) => {
        renew(old, now);
        return skipSame(old, now);
      },
      beforeAttributeUpdated: (name, element) =>
        !isSecret(name, element) &&
        !(sameScreen && (isFold(name, element) || isLooking(name, element))),
    },
  });
  document.dispatchEvent(new CustomEvent("chn:shown"));
  return true;
};
