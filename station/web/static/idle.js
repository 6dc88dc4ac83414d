// A terminal that nobody touches locks itself: whoever comes next signs in.
import { answers, say } from "./unsent.js";

const limit = Number(document.body.dataset.lockMinutes) * 60_000;
let touched = Date.now();
let is_locking = false;

for (const kind of ["keydown", "pointerdown", "input"]) {
  addEventListener(kind, () => { touched = Date.now(); }, { capture: true, passive: true });
}

async function lock() {
  is_locking = true;
  document.querySelector("main").hidden = true; // at once, even where the station does not answer
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  say(document.querySelector("#connection-words").dataset.locked);
  if (await answers()) document.querySelector("#change-operator").requestSubmit();
  else is_locking = false;
}

setInterval(() => {
  if (!is_locking && Date.now() - touched > limit) lock();
}, 1000);
