// The scans that the station has not answered yet.  Each is kept in the browser's own database with
// its UUID before it is sent, and leaves it only when the station has answered: a reload, a crash or
// hours without a connection lose none.  Under the same UUID a scan sent twice is still one scan, so
// several pages may send what is kept; every page hears of every answer.
import { uuid } from "./uuid.js";

const RETRY_MS = 2000;
const ANSWER_MS_MAX = 30_000;
const ADOPT_MS = 5000; // what another page keeps is its own for so long: it shows the answer
const DATABASE = "station";
const SCANS = "scans";

// What may become of a scan that is kept.
const WAITS = "waits"; // to be sent to the page's own address
const STRAY = "stray"; // refused there: to be recorded for the supervisor
const LEFT = "left"; // refused there too: somebody else has to hand it in

const me = document.body.dataset.operator;
const mine = new Set(); // places of what this page keeps
const postponed = new Map(); // places of what the station failed at: when to try again
const pages = new BroadcastChannel("station");
let opening;
let is_sending = false;

// Events: "changed"; "heard" {version, date}; "failed" {says, is_signed_out}; "answered" {url, text, is_ok, answer}.
export const outbox = new EventTarget();

// Whether an answer belongs on this page's board: it was scanned, typed or photographed there.
const folder = (url) => url.replace(/[^/]*$/, "");
const board = document.querySelector("#scanner")?.dataset.url;
export const is_of_board = (url) => board !== undefined && folder(url) === folder(board);

const tell = (name, detail) => outbox.dispatchEvent(new CustomEvent(name, { detail }));
pages.onmessage = ({ data }) => {
  tell("answered", data);
  tell("changed");
};

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(SCANS, { keyPath: "place", autoIncrement: true });
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      asked.result.onclose = () => { opening = undefined; };
      resolve(asked.result);
    };
  });
  return opening;
}

async function within(mode, work) {
  const transaction = (await database()).transaction(SCANS, mode, { durability: "strict" });
  const asked = work(transaction.objectStore(SCANS));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const all = () => within("readonly", (scans) => scans.getAll());
const keep = (scan) => within("readwrite", (scans) => scans.put(scan));
const forget = (place) => within("readwrite", (scans) => scans.delete(place));

// Keep a scan and send it; throws where the browser cannot keep it.  `fields` go to `url` as JSON,
// or as a form where one of them is a file.
export async function enqueue(url, fields) {
  const scan = { url, fields, deed: uuid(), hand_in: uuid(), operator: me, at: Date.now(), state: WAITS };
  mine.add(await keep(scan));
  tell("changed");
  try_again();
}

// How many scans wait: {own}, and those that others scanned here or that nobody could record.
export async function waiting() {
  const scans = await all();
  const own = scans.filter(is_mine).length;
  return { own, others: scans.length - own };
}

// Let whoever is signed in hand in what is not theirs: it is recorded for the supervisor.
export async function handIn() {
  for (const scan of (await all()).filter((one) => !is_mine(one))) {
    await keep({ ...scan, operator: me, hand_in: uuid(), state: STRAY });
    mine.add(scan.place);
  }
  try_again();
}

const is_mine = (scan) => scan.operator === me && scan.state !== LEFT;
const is_due = ({ place, at }) => (mine.has(place) || Date.now() - at > ADOPT_MS)
  && !(postponed.get(place) > Date.now());

export async function send() {
  if (is_sending || !me) return;
  is_sending = true;
  try {
    for (;;) {
      const scans = (await all()).filter(is_mine);
      const next = scans.find(is_due);
      if (next) await settle(next, await post(next));
      else if (scans.length) await pause();
      else return;
    }
  } finally {
    is_sending = false;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, RETRY_MS));

// {status, body} as the station said; {} where it said nothing that can be read.
async function post(scan) {
  const is_stray = scan.state === STRAY;
  const url = is_stray ? scan.url.replace(/^.*\//, "/api/strays/") : scan.url;
  const fields = { deed: is_stray ? scan.hand_in : scan.deed, ...scan.fields };
  try {
    const response = await fetch(url, {
      method: "POST",
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
      ...packed(fields),
    });
    tell("heard", { version: response.headers.get("Station-Version"), date: response.headers.get("Date") });
    return { status: response.status, body: await response.json() };
  } catch {
    return {};
  }
}

function packed(fields) {
  if (!Object.values(fields).some((field) => field instanceof Blob)) {
    return { body: JSON.stringify(fields), headers: { "Content-Type": "application/json" } };
  }
  const body = new FormData();
  for (const [name, field] of Object.entries(fields)) body.append(name, field);
  return { body };
}

async function settle(scan, { status, body }) {
  if (status === undefined || status === 401) {
    tell("failed", { says: body?.detail, is_signed_out: status === 401 });
    return pause(); // nothing else would be answered either
  }
  if (status >= 500 || status === 429) {
    postponed.set(scan.place, Date.now() + RETRY_MS);
    return tell("failed", { says: body.detail });
  }
  const is_answered = status < 300 || status === 422 && body.code !== "invalid";
  if (is_answered) {
    await forget(scan.place);
    const answer = scan.state === STRAY ? { detail: scan.says ?? body.answers?.[0].says, is_handed_in: true } : body;
    answered(scan, { is_ok: status < 300 && scan.state === WAITS, answer });
  } else {
    await keep({ ...scan, says: scan.says ?? body.detail, state: scan.state === WAITS ? STRAY : LEFT });
    if (scan.state === STRAY) answered(scan, { is_ok: false, answer: body });
  }
  tell("changed");
}

function answered({ url, fields }, outcome) {
  const heard = { url, text: fields.text ?? fields.first ?? "", ...outcome };
  pages.postMessage(heard);
  tell("answered", heard);
}

const try_again = () => send().catch(() => {}); // what cannot be kept is told when it is scanned
addEventListener("online", try_again);
setInterval(try_again, ADOPT_MS);
try_again();
