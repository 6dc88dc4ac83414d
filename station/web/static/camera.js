// The camera as a scanner: a frame goes to the station only when it has answered the one before.  The
// station reads it and records nothing.  A number that counts is sent as a picture like any other,
// and the station reads it once more: what is recorded is its word, and nothing that a page says.
import { draw, grab, nextFrame, show } from "./lens.js";
import { Presence } from "./presence.js";

const FRAMES_APART_MS = 100;
const RETRY_MS = 2000;
const REST_AFTER_MS = 5 * 60_000; // a camera that nobody shows anything keeps no session awake
const CHOICE = "station.camera";

const panel = document.querySelector("#camera");
const words = panel.dataset;
const view = panel.querySelector(".view");
const says = document.querySelector("#camera-says");
const help = document.querySelector("#camera-help");
const torch = document.querySelector("#camera-torch");
const record = document.querySelector("#camera-record");
const choice = document.querySelector("#camera-choice");
let presence, stream, doubted, opened = 0, busyAt = 0;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function tell(text, kind = "") {
  if (says.textContent !== text) says.textContent = text;
  says.className = `says ${kind}`;
}

async function open() {
  const turn = ++opened;
  panel.hidden = false;
  view.hidden = help.hidden = true;
  tell(words.starting);
  const came = await start().catch((error) => fail(error));
  if (!came) return;
  if (turn !== opened) return came.getTracks().forEach((track) => track.stop());
  stream = came;
  const [track] = stream.getVideoTracks();
  track.addEventListener("ended", () => { close(); panel.hidden = false; explain(words.lost); });
  view.hidden = false;
  await show(stream).catch(() => {}); // closed before it began
  if (turn !== opened) return;
  offerTorch(track);
  await offerCameras(track);
  presence = new Presence();
  busyAt = performance.now();
  tell(words.aim);
  await watch(turn);
}

async function start() {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("", "SecurityError");
  const give = (which) => navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const chosen = remembered();
  try {
    if (chosen) return await give({ deviceId: { exact: chosen } });
  } catch ({ name }) {
    if (name === "NotAllowedError" || name === "NotReadableError") throw new DOMException("", name);
  }
  return give({ facingMode: { ideal: "environment" } }); // the one at the back; the chosen one is not there
}

const REASONS = { SecurityError: "insecure", NotAllowedError: "denied", NotFoundError: "none", NotReadableError: "busy" };
const fail = ({ name }) => explain(words[isSecureContext ? REASONS[name] ?? "broken" : "insecure"]);

function explain(text) {
  view.hidden = true;
  help.hidden = false;
  tell(text, "refused");
}

function close() {
  opened += 1;
  stream?.getTracks().forEach((track) => track.stop());
  stream = undefined;
  show(null);
  panel.hidden = true;
}

// Frames one by one, as fast as the station answers and no faster.
async function watch(turn) {
  let careful = false, failed = false;
  while (turn === opened) {
    await Promise.all([nextFrame(), pause(FRAMES_APART_MS)]);
    if (turn !== opened) return;
    if (performance.now() - busyAt > REST_AFTER_MS) return rest();
    if (document.hidden || document.querySelector("dialog[open]")) continue;
    const { picture, at } = await grab();
    if (!picture) continue; // the device is being turned round
    const answer = await ask(picture, careful);
    if (turn !== opened) return;
    if (answer.failed) {
      failed = true;
      draw([], at);
      tell(answer.failed, "look");
      await pause(RETRY_MS);
      continue;
    }
    if (failed) tell(words.aim); // it answers again
    failed = false;
    draw(answer.numbers, at);
    careful = judge(presence.see(answer.numbers, performance.now()), picture, careful);
  }
}

function rest() {
  close();
  panel.hidden = false;
  view.hidden = true;
  tell(words.rest);
}

async function ask(picture, careful) {
  const form = new FormData();
  form.append("picture", picture);
  form.append("careful", careful);
  try {
    const response = await fetch("/api/frames", { method: "POST", body: form, signal: AbortSignal.timeout(10_000) });
    const answer = await response.json();
    return response.ok ? answer : { failed: answer.detail };
  } catch {
    return { failed: words.failed };
  }
}

// Say what a frame has changed; returns whether the next one wants a careful look.
function judge({ took, several, unsure }, picture, was_careful) {
  if (took || several) forget();
  if (took) {
    take(picture);
    tell(words.took.replace("{number}", took.shown), "taken");
  } else if (several) {
    tell(words.several.replace("{numbers}", several.map((found) => found.shown).join(", ")), "look");
  } else if (unsure && (was_careful || unsure.why !== "one_witness")) {
    doubted = { picture, number: unsure.number };
    record.hidden = false;
    tell(`${unsure.shown} ${unsure.says}`, "look");
  }
  return unsure?.why === "one_witness";
}

function forget() {
  doubted = undefined;
  record.hidden = true;
}

// Kept and sent by whoever keeps scans; it is activity like a key that was pressed.
function take(picture) {
  busyAt = performance.now();
  const fields = { picture, only_one: "true" };
  document.dispatchEvent(new CustomEvent("took", { detail: { url: words.url, fields } }));
  document.dispatchEvent(new Event("input"));
}

record.addEventListener("click", () => {
  take(doubted.picture);
  presence.taken(doubted.number, performance.now());
  forget();
  tell(words.aim);
});

function offerTorch(track) {
  torch.hidden = !track.getCapabilities?.().torch;
  torch.setAttribute("aria-pressed", "false");
  torch.onclick = async () => {
    const is_on = torch.getAttribute("aria-pressed") !== "true";
    await track.applyConstraints({ advanced: [{ torch: is_on }] });
    torch.setAttribute("aria-pressed", String(is_on));
  };
}

// Names of cameras are told only once one was allowed, so this comes after it has begun.
async function offerCameras(track) {
  const found = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
  const current = track.getSettings().deviceId;
  const select = choice.querySelector("select");
  select.replaceChildren(...found.map(({ deviceId, label }, place) =>
    new Option(label || `${words.camera} ${place + 1}`, deviceId, false, deviceId === current)));
  choice.hidden = found.length < 2;
  select.onchange = () => {
    remember(select.value);
    close();
    open();
  };
}

function remembered() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null; // a browser that keeps nothing asks for the camera at the back
  }
}

function remember(id) {
  try {
    localStorage.setItem(CHOICE, id);
  } catch {
    // chosen again next time
  }
}

// The tools below the board are fetched anew after each scan, and their button with them.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-open-camera]")) stream ? close() : open();
});
document.querySelector("#camera-close").addEventListener("click", close);
addEventListener("pagehide", close);
panel.dataset.ready = ""; // from here on its button does something
