// Runs before anything is painted: keeps what is typed and pressed until Python answers.
//
// Every event becomes a flat record, which src/chn_self/app/records.py turns into a message. It
// is one way for both times: until Python connects, records wait in a queue, in their order.

"use strict";

globalThis.chn = (() => {
  const MOST_BYTES = 7_000_001; // one more than any file may have, so that a larger one is told
  const SAME_PRESS = 350; // milliseconds within which a second click is a shaky hand's, not a wish
  const CALLING = 1000; // milliseconds within which a browser asks about a press on a number to call

  const page = {
    connect,
    receive,
    leave,
    start: location.hash, // where the page was opened; all that came after is in the records
    lost: chnMark.on, // something that was not kept went with a reload, or with a dropped tab
    get unkept() {
      return unkept;
    },
    set unkept(value) {
      warn(Boolean(value));
    },
  };
  const queue = [];
  let handler = null;
  let last = -Infinity; // when the last press was
  let called = -Infinity; // when a number to call was pressed last
  let unkept = false; // closing the tab would lose something
  let left = false;

  chnMark.on = false;

  function receive(record) {
    if (left) return;
    if (handler) return handler([record]);
    if (record.text) page.unkept = true;
    queue.push(record);
    document.dispatchEvent(new CustomEvent("chn:early", { detail: record }));
  }

  function connect(answer) {
    handler = answer;
    if (queue.length) handler(queue.splice(0), true);
    document.dispatchEvent(new CustomEvent("chn:taken"));
  }

  function warn(value) {
    if (left || value === unkept) return;
    unkept = value;
    chnMark.on = value;
    (value ? addEventListener : removeEventListener)("beforeunload", ask);
  }

  // A call leaves the page where it is, and nothing may come before it; it is no leave to go after.
  function ask(event) {
    const calls = event.timeStamp - called < CALLING;
    called = -Infinity;
    if (calls) return;
    event.preventDefault();
    event.returnValue = true; // for browsers of before 2024
  }

  // "Leave now": what was here is dropped, and nothing more comes in.
  function leave() {
    warn(false);
    left = true;
    queue.length = 0;
    page.forget?.();
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

  function isCall(event) {
    return event.target.closest('a[href^="tel:"], a[href^="sms:"]');
  }

  document.addEventListener("click", (event) => {
    called = isCall(event) ? event.timeStamp : -Infinity;
    if (isSecond(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.target.closest('a[href="#main"]')) {
      // "Skip to main content" names a place on the page, not a step.
      event.preventDefault();
      document.getElementById("title").focus();
    } else {
      const shown = event.target.closest("[data-show-secret]");
      if (shown) showSecrets(shown);
      const pressed = event.target.closest("[data-press]:not(form)")?.dataset;
      if (pressed) receive({ press: pressed.press, of: pressed.of ?? "", value: pressed.value ?? "" });
    }
  });

  // Shown or hidden, a passphrase stays in its field and goes nowhere else.
  function showSecrets(button) {
    const show = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", show);
    for (const field of button.form.querySelectorAll("[data-secret]")) {
      field.type = show ? "text" : "password";
    }
  }

  // A held key must not press a button again and again.
  document.addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Enter" && !event.target.closest("textarea")) {
      event.preventDefault();
    }
  });

  // In quick entry Enter goes on to a new row from any box; a browser would open the choices.
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest?.('form[data-press="add-row"] select')?.form;
    if (!row || event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    row.requestSubmit();
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const { press, of } = event.target.dataset;
    const fields = [...event.target.querySelectorAll("input, select, textarea")];
    const [first, second] = fields;
    receive({ press, of: of ?? first.value, text: first.value, value: second?.value ?? "" });
    for (const secret of fields.filter((field) => "secret" in field.dataset)) secret.value = "";
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

  async function openFile(file, press = "opened") {
    const data = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
    receive({ press, data });
  }

  document.addEventListener("change", async ({ target }) => {
    if (!("open" in target.dataset) || !target.files?.length) return;
    const [file] = target.files;
    await openFile(file, target.dataset.open);
    target.value = "";
  });

  // A file may be dropped anywhere: the browser itself would go to it, and the map would be gone.
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    openFile(file);
  });

  document.addEventListener("paste", (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file || event.target.closest?.("input, textarea")) return;
    event.preventDefault();
    openFile(file);
  });

  addEventListener("popstate", went);

  document.documentElement.classList.remove("no-script");
  return page;
})();
