// A badge scanner ends with Enter: go on to the PIN instead of sending half a form.
import { aimAt } from "./aim.js";

const badge = document.querySelector("#badge");
const scanned = sessionStorage.getItem("badge"); // on the page before, to take over
sessionStorage.removeItem("badge");
aimAt(badge);
if (scanned) {
  badge.value = scanned.normalize("NFKC").trim();
  document.querySelector("#pin").focus();
}
badge.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  badge.value = badge.value.normalize("NFKC").trim();
  document.querySelector("#pin").focus();
});
