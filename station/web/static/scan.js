// A scan lands wherever the focus is, is kept by the outbox and answered on the board.
import { Burst } from "./burst.js";
import { enqueue, is_of_board, outbox, waiting } from "./outbox.js";
import { play } from "./sound.js";

const IDLE_MS = 400; // a scanner without a trailing Enter has ended when it is silent so long
const REFRESH_APART_MS = 2000; // the board says at once what was scanned; the list below it may be so late

const scanner = document.querySelector("#scanner");
const field = document.querySelector("#scan");
const last = document.querySelector("#last");
const stop = document.querySelector("#stop");
const unheard = document.querySelector("#stop-unheard");
const words = document.querySelector("#words").dataset;
const marks = JSON.parse(words.marks);
let idle;
let is_ended = false; // by an Enter that an input method has taken for itself

const dialogIsOpen = () => document.querySelector("dialog[open]") !== null;

function aim() {
  if (dialogIsOpen()) return;
  field.focus({ preventScroll: true });
  // A closed dialog gives the focus back without a caret, and keys would go nowhere.
  field.setSelectionRange(field.value.length, field.value.length);
}

function submit() {
  clearTimeout(idle);
  is_ended = false;
  const text = field.value;
  field.value = "";
  if (text.trim() !== "") take(scanner.dataset.url, { text });
}

// Nothing is taken that the browser cannot keep until the station has answered.
function take(url, fields) {
  enqueue(url, fields).catch(() => refuse({ number: fields.text ?? "", says: words.unkept }));
}

// A text field beside the scanner's: people type there, and a scan must not become a reason.
const burst = new Burst();
const isWriting = (on) => on !== field && on?.matches("textarea, input:not([type]), input[type=text]");

document.addEventListener("keydown", (event) => {
  if (stop.open && event.key !== " " && (event.key === "Enter" || event.key.length === 1)) {
    event.preventDefault(); // a scan does not acknowledge, and is not taken; both are said
    unheard.hidden = false;
    if (event.key === "Enter") play("refused");
  }
  if (dialogIsOpen() || event.ctrlKey || event.altKey || event.metaKey) return;
  const on = document.activeElement;
  if (event.isComposing) {
    // The input method keeps this Enter to end its own composition: the code has ended with it.
    is_ended = on === field && /^(Numpad)?Enter$/.test(event.code);
  } else if (isWriting(on)) {
    const scanned = burst.after(event, on);
    if (scanned === undefined) return;
    event.preventDefault();
    take(scanner.dataset.url, { text: scanned });
  } else if (event.key === "Enter") {
    event.preventDefault(); // a scanner's Enter presses no button
    submit();
  } else if (event.key === "Tab" && field.value !== "") {
    event.preventDefault();
    submit();
  } else if (event.key === " " && on?.matches("a[href]")) {
    event.preventDefault(); // where Enter belongs to the scanner, the space bar follows links too
    on.click();
  } else if (event.key.length === 1 && event.key !== " ") {
    aim();
  }
}, true);

function wait() {
  clearTimeout(idle);
  idle = setTimeout(submit, IDLE_MS);
}
field.addEventListener("input", (event) => {
  clearTimeout(idle);
  if (!event.isComposing) wait();
});
field.addEventListener("compositionend", () => {
  if (is_ended) submit();
  else wait();
});
document.addEventListener("pointerup", () => setTimeout(() => {
  const on = document.activeElement;
  if (on === document.body || on === null) aim();
}));

// What the camera has caught (camera.js) is sent as a picture.
document.addEventListener("took", ({ detail: { url, fields } }) => take(url, fields));

outbox.addEventListener("failed", ({ detail: { says, is_signed_out } }) => {
  tell("look", { number: "", says: says ?? words.failed, hint: says && !is_signed_out ? words.failed : "" });
});
outbox.addEventListener("answered", ({ detail: { url, text, is_ok, answer } }) => {
  if (is_of_board(url)) show(text, is_ok, answer);
});

async function show(text, is_ok, body) {
  if (body.code === "badge") return changeOperator(text);
  if (!is_ok) return refuse({ number: text, says: body.detail, hint: body.is_handed_in ? words.handedIn : "" });
  for (const answer of body.answers) {
    if (answer.outcome === "refused") refuse(answer);
    else tell(answer.outcome, answer);
  }
  if (body.go) return void (location.href = body.go);
  if (body.count === undefined) return;
  document.querySelector("#count").textContent = body.count;
  if ((await waiting()).own === 0) askForBelow();
}

// A badge where a piece was meant: somebody else takes over, and has only to enter their PIN.
function changeOperator(badge) {
  sessionStorage.setItem("badge", badge);
  document.querySelector("#change-operator").requestSubmit();
}

function tell(outcome, { number, says, hint = "", photo }) {
  const line = (name, text) => Object.assign(document.createElement("p"), { className: name, textContent: text });
  last.className = `last ${outcome}`;
  last.replaceChildren(line("number", number), line("says", `${marks[outcome]} ${says}`), line("hint", hint));
  if (photo) last.append(Object.assign(document.createElement("img"), { src: photo, alt: "" }));
  play(outcome);
}

function refuse(answer) {
  tell("refused", answer);
  document.querySelector("#stop-number").textContent = answer.number;
  document.querySelector("#stop-says").textContent = [answer.says, answer.hint].join(" ");
  if (stop.open) return;
  unheard.hidden = true;
  stop.showModal();
}
document.querySelector("#stop-ok").addEventListener("click", () => { stop.close(); aim(); });
stop.addEventListener("cancel", (event) => event.preventDefault());

// At once after a pause, and while one piece follows the other no oftener than so: fifty terminals
// that each fetched a page behind every scan would wait for one another.
let refreshedAt = -Infinity, refreshing;
function askForBelow() {
  if (refreshing) return;
  const due = Math.max(0, refreshedAt + REFRESH_APART_MS - performance.now());
  refreshing = setTimeout(async () => {
    refreshing = undefined;
    refreshedAt = performance.now();
    await refreshBelow();
  }, due);
}

// The list and the tools below the board are the server's: fetch them again, keep the board.
async function refreshBelow() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const selector of [".tools", "#scans", "#lines", "#early", "#standing", "#differences"]) {
    const now = document.querySelector(selector);
    const next = fresh.querySelector(selector);
    if (now && next && !now.open) now.replaceWith(next);
  }
  wire();
}

function wire() {
  for (const button of document.querySelectorAll("[data-open]")) {
    button.onclick = () => document.querySelector(`#${button.dataset.open}`).showModal();
  }
  for (const button of document.querySelectorAll("[data-close]")) {
    button.onclick = () => { document.querySelector(`#${button.dataset.close}`).close(); aim(); };
  }
  const picture = document.querySelector("#picture input");
  if (picture) {
    picture.onchange = () => {
      const file = picture.files[0];
      if (file.size > Number(picture.dataset.bytesMax)) refuse({ number: file.name, says: words.tooLarge });
      else take(picture.form.dataset.url, { picture: file });
      picture.value = "";
    };
  }
  const typed = document.querySelector("#typed");
  if (typed) {
    typed.onsubmit = (event) => {
      event.preventDefault();
      const { first, second } = Object.fromEntries(new FormData(typed));
      take(typed.dataset.url, { first, second });
      typed.reset();
      document.querySelector("#typing").close();
    };
  }
  const filter = document.querySelector("#filter");
  if (filter) {
    filter.onclick = () => {
      const only = document.querySelector("#lines").classList.toggle("only-look");
      filter.setAttribute("aria-pressed", only);
    };
  }
}

wire();
aim();
