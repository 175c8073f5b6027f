// The frame that the picture is in, and what is listened to only there.
//
// A page that could keep a finger from scrolling anywhere would scroll no sooner than its scripts
// answer, and Python takes its time.

export const frame = () => document.getElementById("map-frame");

const listeners = [];
let watched = null;

// Listen to an event in the frame, whichever is there: each time the screen is left and shown again
// it is another one.
export function onFrame(type, listener) {
  listeners.push([type, listener]);
}

document.addEventListener("chn:shown", () => {
  if (frame() === watched) return;
  watched = frame();
  for (const [type, listener] of listeners) {
    watched?.addEventListener(type, listener, { passive: false });
  }
});
