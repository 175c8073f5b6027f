// Help, "Leave now" and "Erase everything": they work on every page, with or without Python.

"use strict";

(() => {
  const PRESSES = 3; // of Shift, where that is turned on
  const WITHIN = 2000; // milliseconds
  const TYPED_IN =
    'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select, [contenteditable]';
  const root = document.documentElement;

  function leave(address) {
    drop();
    location.replace(address);
  }

  // That erasing was asked for is noted where only a page of ours can: in the history's state.
  // An address would do it again at every visit, and anyone could link to it.
  function erase(address) {
    drop();
    history.replaceState({ erase: true }, "", address);
    location.reload();
  }

  // Blank first: the next page may take a moment, and nothing may be seen meanwhile.
  function drop() {
    root.replaceChildren();
    chnMark.on = false;
    chnEase.leave();
    try {
      globalThis.chn?.leave();
    } catch {
      // Whatever goes wrong, nothing keeps a person from leaving.
    }
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
    if ("leave" in pressed.dataset) {
      event.preventDefault();
      leave(pressed.href);
    } else if ("eraseNow" in pressed.dataset) {
      event.preventDefault();
      erase(pressed.href);
    } else if ("openEase" in pressed.dataset) {
      open("ease", event);
    } else if ("help" in pressed.dataset) {
      open("help", event);
    } else if ("erase" in pressed.dataset) {
      open("erase", event);
    } else if ("close" in pressed.dataset) {
      pressed.closest("dialog").close();
    }
  });

  // The browser may hold a page as it was and bring it back at once. The one with the map comes
  // back only while its mark stands: "Leave now" on any page since has taken that away. The reader
  // never has one, so it always comes back empty.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && globalThis.chn && !chnMark.on) leave(location.pathname);
  });

  // --- Shift: each press goes down and up with nothing between, so that it is no part of another.

  let down = null; // when Shift went down, if it is and nothing came since
  let presses = []; // when those before went down

  function startOver() {
    down = null;
    presses = [];
  }

  addEventListener("keydown", (event) => {
    const { key, repeat, ctrlKey, altKey, metaKey, target, timeStamp } = event;
    const alone = key === "Shift" && !(repeat || ctrlKey || altKey || metaKey || down !== null);
    if (alone && !target.closest?.(TYPED_IN)) down = timeStamp;
    else startOver();
  });

  addEventListener("keyup", ({ key, timeStamp }) => {
    if (down === null || key !== "Shift") return startOver();
    presses = [...presses, down].filter((at) => timeStamp - at <= WITHIN);
    down = null;
    // Once the page is blank, on its way out, there is no button any more, and no need of one.
    const way = document.querySelector("[data-leave]");
    if (way && presses.length >= PRESSES && "shiftLeaves" in root.dataset) leave(way.href);
  });

  for (const other of ["pointerdown", "wheel", "blur"]) addEventListener(other, startOver);
})();
