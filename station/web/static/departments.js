// Narrow the departments down by kana, number or short name while somebody types.
import { aimAt } from "./aim.js";

const find = document.querySelector("#find");
const items = [...document.querySelectorAll("#departments li")];
const nothing = document.querySelector("#nothing");

aimAt(find);

const fold = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

find.addEventListener("input", () => {
  const wanted = fold(find.value.trim());
  for (const item of items) item.hidden = !fold(item.dataset.find).includes(wanted);
  nothing.hidden = items.some((item) => !item.hidden);
});

// Enter chooses only what is left alone; it never sends the first button of the form.
find.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const left = items.filter((item) => !item.hidden);
  if (left.length === 1 && find.value.trim() !== "") left[0].querySelector("button").focus();
});
