// Help, "Leave now" and "Erase everything": they work on every page, with or without Python.

"use strict";

(() => {
  let left = false;

  function leave(address) {
    // Blank first: the next page may take a moment, and nothing may be seen meanwhile.
    left = true;
    document.documentElement.replaceChildren();
    if (globalThis.chn) globalThis.chn.unkept = false;
    location.replace(address);
  }

  function open(id, event) {
    const dialog = document.getElementById(id);
    if (!dialog?.showModal) return; // then the link leads to the page that says the same
    event.preventDefault();
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("a, button");
    if (!pressed) return;
    if ("leave" in pressed.dataset || "eraseNow" in pressed.dataset) {
      event.preventDefault();
      leave(pressed.href);
    } else if ("help" in pressed.dataset) {
      open("help", event);
    } else if ("erase" in pressed.dataset) {
      open("erase", event);
    } else if ("close" in pressed.dataset) {
      pressed.closest("dialog").close();
    }
  });

  addEventListener("beforeunload", (event) => {
    if (!left && globalThis.chn?.unkept) event.preventDefault();
  });

  // The browser may bring a page back as it was; one that was left comes back empty.
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) location.replace("./");
  });
})();
