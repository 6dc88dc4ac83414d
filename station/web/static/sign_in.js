// A badge scanner ends with Enter: go on to the PIN instead of sending half a form.
import { aimAt } from "./aim.js";

const badge = document.querySelector("#badge");
aimAt(badge);
badge.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  badge.value = badge.value.normalize("NFKC").trim();
  document.querySelector("#pin").focus();
});
