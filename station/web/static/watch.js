// The other side moves on: the station says where the handover is, and the page shows what changed.
const at = document.querySelector("#watch").dataset;

// It connects again by itself; what it says is where the handover is now, so nothing is missed.
new EventSource(at.url).onmessage = async ({ data }) => {
  const { phase, signed, is_empty } = JSON.parse(data);
  const is_elsewhere = phase !== at.phase || String(is_empty) !== at.empty;
  if (!is_elsewhere && String(signed) === at.signed) return;
  if (is_elsewhere) {
    if (!is_typing() && !is_being_left()) location.reload();
  } else if (await showSignatures()) {
    at.signed = String(signed);
  }
};

// Whoever is on the way to another page arrives there: a reload would call them back.
const LEAVING_MS = 10_000; // a download looks like leaving too, and the page stays
let left = -LEAVING_MS;
addEventListener("beforeunload", () => { left = performance.now(); });
const is_being_left = () => performance.now() - left < LEAVING_MS;

// Nor is a half-written reason, number or PIN taken out of anybody's hands.
const FIELDS = "input:not([type=hidden]), textarea";
const is_typing = () => [...document.querySelectorAll(FIELDS)].some((it) => it.value !== it.defaultValue);

// Who has signed is shown beside the form, which stays as it is under somebody's hands.
async function showSignatures() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return false;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  document.querySelector(".board").replaceWith(fresh.querySelector(".board"));
  return true;
}
