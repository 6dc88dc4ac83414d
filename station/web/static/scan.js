// A scan lands wherever the focus is.  It gets its UUID before it is sent, is sent in order, and
// is sent again under the same UUID until the station has answered.
import { play } from "./sound.js";
import { uuid } from "./uuid.js";

const IDLE_MS = 250; // a scanner without a trailing Enter has ended when it is silent so long
const RETRY_MS = 2000;

const scanner = document.querySelector("#scanner");
const field = document.querySelector("#scan");
const last = document.querySelector("#last");
const stop = document.querySelector("#stop");
const words = document.querySelector("#words").dataset;
const marks = JSON.parse(words.marks);
const connection = document.querySelector("#connection");
const queue = [];
let idle;
let sending = false;

const dialogIsOpen = () => document.querySelector("dialog[open]") !== null;

function aim() {
  if (dialogIsOpen()) return;
  field.focus({ preventScroll: true });
  // A closed dialog gives the focus back without a caret, and keys would go nowhere.
  field.setSelectionRange(field.value.length, field.value.length);
}

function submit() {
  clearTimeout(idle);
  const text = field.value;
  field.value = "";
  if (text.trim() !== "") enqueue(scanner.dataset.url, JSON.stringify({ deed: uuid(), text }));
}

document.addEventListener("keydown", (event) => {
  if (stop.open && event.key === "Enter") {
    event.preventDefault(); // a scan does not acknowledge; it is told so again
    play("refused");
  }
  if (dialogIsOpen() || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter") {
    event.preventDefault(); // a scanner's Enter presses no button
    submit();
  } else if (event.key === "Tab" && field.value !== "") {
    event.preventDefault();
    submit();
  } else if (event.key.length === 1 && event.key !== " ") {
    aim();
  }
}, true);

field.addEventListener("input", (event) => {
  clearTimeout(idle);
  if (!event.isComposing) idle = setTimeout(submit, IDLE_MS);
});
field.addEventListener("compositionend", () => {
  clearTimeout(idle);
  idle = setTimeout(submit, IDLE_MS);
});
document.addEventListener("pointerup", () => setTimeout(() => {
  const on = document.activeElement;
  if (on === document.body || on === null) aim();
}));

// What the camera has caught (camera.js) is sent as a picture.
document.addEventListener("took", ({ detail: { url, fields } }) => {
  const form = new FormData();
  form.append("deed", uuid());
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  enqueue(url, form);
});

function enqueue(url, body) {
  queue.push({ url, body });
  showConnection();
  send();
}

async function send() {
  if (sending || queue.length === 0) return;
  sending = true;
  try {
    const { retry, hint, is_ok, answer } = await post(queue[0]);
    if (retry !== undefined) {
      tell("look", { number: "", says: retry, hint: hint ?? "" });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    } else {
      queue.shift();
      showConnection();
      await show(is_ok, answer);
    }
  } finally {
    sending = false; // whatever went wrong with one answer, the next scan is sent
  }
  send();
}

// {is_ok, answer} as the station said; or {retry: why} where it gave none that can be read, and the
// scan has to be sent again: under the same UUID it is still one scan.
async function post({ url, body }) {
  const headers = typeof body === "string" ? { "Content-Type": "application/json" } : {};
  try {
    const response = await fetch(url, { method: "POST", headers, body });
    if (response.status === 401) return { retry: (await response.json()).title };
    if (response.status < 500) return { is_ok: response.ok, answer: await response.json() };
    const { title } = await response.json().catch(() => ({}));
    return { retry: title ?? words.failed, hint: title ? words.failed : "" };
  } catch {
    return { retry: words.failed };
  }
}

function showConnection() {
  const waits = queue.length;
  connection.textContent = waits ? `◐ ${connection.dataset.waiting} ${waits}` : `● ${connection.dataset.on}`;
}

async function show(is_ok, body) {
  if (!is_ok) return refuse({ number: "", says: body.title ?? "", hint: "" });
  for (const answer of body.answers) {
    if (answer.outcome === "refused") refuse(answer);
    else tell(answer.outcome, answer);
  }
  if (body.go) return void (location.href = body.go);
  if (body.count === undefined) return;
  document.querySelector("#count").textContent = body.count;
  if (queue.length === 0) await refreshBelow();
}

function tell(outcome, { number, says, hint, photo }) {
  const line = (name, text) => Object.assign(document.createElement("p"), { className: name, textContent: text });
  last.className = `last ${outcome}`;
  last.replaceChildren(line("number", number), line("says", `${marks[outcome]} ${says}`), line("hint", hint));
  if (photo) last.append(Object.assign(document.createElement("img"), { src: photo, alt: "" }));
  play(outcome);
}

function refuse(answer) {
  tell("refused", answer);
  document.querySelector("#stop-number").textContent = answer.number;
  document.querySelector("#stop-says").textContent = answer.says;
  if (!stop.open) stop.showModal();
}
document.querySelector("#stop-ok").addEventListener("click", () => { stop.close(); aim(); });
stop.addEventListener("cancel", (event) => event.preventDefault());

// The list and the tools below the board are the server's: fetch them again, keep the board.
async function refreshBelow() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const selector of [".tools", "#scans", "#lines", "#early", "#differences"]) {
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
      const form = new FormData();
      form.append("deed", uuid());
      form.append("picture", picture.files[0]);
      enqueue(picture.form.dataset.url, form);
      picture.value = "";
    };
  }
  const typed = document.querySelector("#typed");
  if (typed) {
    typed.onsubmit = (event) => {
      event.preventDefault();
      const { first, second } = Object.fromEntries(new FormData(typed));
      enqueue(typed.dataset.url, JSON.stringify({ deed: uuid(), first, second }));
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
