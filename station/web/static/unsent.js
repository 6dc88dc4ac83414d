// What every page says of the connection: what is not sent yet, and which deeds need the station now.
// It says nothing before it has looked at what this browser keeps: it would be a guess.
import { handIn, is_of_board, outbox, waiting } from "./outbox.js";

const ANSWER_MS_MAX = 4000;
const CLOCK_MS_MAX = 5 * 60_000;
const AGAIN_MS = 5000;

const shown = document.querySelector("#connection");
const words = document.querySelector("#connection-words").dataset;
const others = document.querySelector("#others");
const notice = document.querySelector("#notice");
const on_their_way = new Set();
const cleared = new Set();
let is_cut;
let asking;

async function show() {
  const count = await waiting();
  const total = count.own + count.others;
  if (total) shown.textContent = `◐ ${words.waiting} ${total}`;
  else shown.textContent = is_cut ? `◌ ${words.off}` : `● ${words.on}`;
  others.hidden = count.others === 0;
  others.querySelector("b").textContent = count.others;
}

export function say(text) {
  const line = Object.assign(document.createElement("p"), { textContent: text });
  if (notice.textContent !== text) notice.replaceChildren(line);
  notice.hidden = false;
  notice.scrollIntoView({ block: "nearest" });
}

// The line is cut, or not; while it is, the station is asked every few seconds whether it is back.
function cut(is_so) {
  is_cut = is_so;
  if (is_cut) asking ??= setTimeout(ask_again, AGAIN_MS);
  else if (notice.textContent === words.needs) notice.hidden = true; // what it waits for is here
  return show();
}

async function ask_again() {
  asking = undefined;
  cut(!(await is_there()));
}

outbox.addEventListener("changed", show);
outbox.addEventListener("failed", ({ detail }) => cut(!detail.is_signed_out));
outbox.addEventListener("answered", ({ detail: { url, text, is_ok, answer } }) => {
  if (is_cut) cut(false);
  if (is_of_board(url)) return; // its own page shows it
  const says = is_ok ? answer.answers.map((one) => `${one.number} ${one.says}`).join(" ") : `${text} ${answer.detail}`;
  say(`${words.later} ${says}`);
});
outbox.addEventListener("heard", ({ detail: { version, date } }) => {
  if (version && version !== document.documentElement.dataset.version) say(words.upgraded);
  else if (Math.abs(Date.parse(date) - Date.now()) > CLOCK_MS_MAX) say(words.clock);
});
addEventListener("online", () => cut(false));
addEventListener("offline", () => cut(true));
others.querySelector("button").addEventListener("click", handIn);
cut(!navigator.onLine).catch(() => say(words.unkept));

// A deed that a form sends needs the station at once, and everything that was scanned before it.  It
// is sent once, however often somebody clicks; the server knows it by its UUID anyway.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || form.method !== "post" || cleared.delete(form)) return;
  event.preventDefault();
  const pressed = submitter ?? form;
  if (on_their_way.has(pressed)) return;
  on_their_way.add(pressed);
  const obstacle = await obstacleTo(form);
  if (obstacle) {
    on_their_way.delete(pressed);
    return say(obstacle);
  }
  setTimeout(() => on_their_way.delete(pressed), AGAIN_MS); // one that brings a file leaves the page here
  cleared.add(form);
  if (!form.isConnected) { // the page was refreshed meanwhile: send what was pressed all the same
    form.hidden = true;
    document.body.append(form);
  }
  form.requestSubmit(submitter);
});
addEventListener("pageshow", () => on_their_way.clear());

async function obstacleTo(form) {
  if (!("anyTime" in form.dataset) && (await waiting()).own) return words.first;
  return (await answers()) ? "" : words.needs;
}

export async function answers() {
  const there = await is_there();
  if (!there) cut(true);
  return there;
}

async function is_there() {
  try {
    await fetch("/static/icon.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS_MAX) });
    return true;
  } catch {
    return false;
  }
}
