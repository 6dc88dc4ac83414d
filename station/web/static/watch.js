// The other side moves on: ask where the handover is, and show what has changed.
const EVERY_MS = 2000;
const at = document.querySelector("#watch").dataset;

setInterval(async () => {
  try {
    const response = await fetch(at.url);
    if (!response.ok) return;
    const { phase, signed } = await response.json();
    if (phase === at.phase && String(signed) === at.signed) return;
    if (phase === at.phase) await showSignatures(String(signed));
    else if (!is_typing()) location.reload();
  } catch {
    // No connection: the next try will tell.
  }
}, EVERY_MS);

const is_typing = () => document.querySelector("#pin")?.value || document.querySelector("#badge")?.value;

// Who has signed is shown beside the form, which stays as it is under somebody's hands.
async function showSignatures(signed) {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  document.querySelector(".board").replaceWith(fresh.querySelector(".board"));
  at.signed = signed;
}
