// The one word that this page puts in the tab's own storage: that closing the tab would lose
// something. It says nothing of what, and goes with the tab. It is how a page that starts can know
// that something was lost, and how a page that comes back can know that it was left.

"use strict";

globalThis.chnMark = (() => {
  const KEY = `chn-self:${new URL("./", location.href).pathname}`;

  // Storage may be turned off, and then throws: the page does without.
  const guarded = (act) => {
    try {
      return act();
    } catch {
      return null;
    }
  };

  return {
    get on() {
      return guarded(() => sessionStorage.getItem(KEY)) !== null;
    },
    set on(value) {
      guarded(() => (value ? sessionStorage.setItem(KEY, "unkept") : sessionStorage.removeItem(KEY)));
    },
  };
})();
