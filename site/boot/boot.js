// Runs before anything is painted: keeps what is typed and pressed until Python answers.
//
// Every event becomes a flat record, which src/chn_self/app/records.py turns into a message. It
// is one way for both times: until Python connects, records wait in a queue, in their order.

"use strict";

globalThis.chn = (() => {
  const MOST_BYTES = 5_000_001; // one more than a map file may have, so that a larger one is told
  const SAME_PRESS = 350; // milliseconds within which a second click is a shaky hand's, not a wish

  const page = { connect, receive, unkept: false }; // `unkept`: closing the tab would lose something
  const queue = [];
  let handler = null;
  let last = -Infinity; // when the last press was

  function receive(record) {
    if (handler) return handler([record]);
    if (record.text) page.unkept = true;
    queue.push(record);
    document.dispatchEvent(new CustomEvent("chn:early", { detail: record }));
  }

  function connect(answer) {
    handler = answer;
    if (queue.length) handler(queue.splice(0), true);
  }

  function went() {
    const { at = 0, editing = null } = history.state ?? {};
    receive({ press: "went", to: location.hash, at, editing });
  }

  // The second click of a shaky hand may land on the next screen, where nobody meant it.
  function isSecond(event) {
    const second = event.detail > 1 && event.timeStamp - last < SAME_PRESS;
    last = event.timeStamp;
    return second;
  }

  document.addEventListener("click", (event) => {
    if (isSecond(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.target.closest('a[href="#main"]')) {
      // "Skip to main content" names a place on the page, not a step.
      event.preventDefault();
      document.getElementById("title").focus();
    } else {
      const pressed = event.target.closest("[data-press]:not(form)")?.dataset;
      if (pressed) receive({ press: pressed.press, of: pressed.of ?? "", value: pressed.value ?? "" });
    }
  });

  // A held key must not press a button again and again.
  document.addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Enter" && !event.target.closest("textarea")) {
      event.preventDefault();
    }
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const { press, of } = event.target.dataset;
    const [first, second] = event.target.querySelectorAll("input, select");
    receive({ press, of: of ?? first.value, text: first.value, value: second?.value ?? "" });
  });

  document.addEventListener("input", ({ target }) => {
    const { field } = target.dataset;
    if (field !== undefined) receive({ press: "typed", of: field, text: target.value });
  });

  // A field of one line drops line ends, so several pasted lines are taken before it can.
  document.addEventListener("paste", (event) => {
    const form = event.target.closest?.('form[data-press="add"]');
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!form || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { press, of } = form.dataset;
    receive({ press, of, text: event.target.value + text, value: "" });
  });

  document.addEventListener("change", async ({ target }) => {
    if (!("open" in target.dataset) || !target.files?.length) return;
    const data = new Uint8Array(await target.files[0].slice(0, MOST_BYTES).arrayBuffer());
    target.value = "";
    receive({ press: "opened", data });
  });

  addEventListener("popstate", went);

  document.documentElement.classList.remove("no-script");
  return page;
})();
