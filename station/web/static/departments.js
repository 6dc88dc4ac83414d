// Narrow the departments down by kana, number or short name while somebody types.
import { aimAt } from "./aim.js";

const find = document.querySelector("#find");
const items = [...document.querySelectorAll("#departments li")];
const nothing = document.querySelector("#nothing");
const isNumber = document.querySelector("#is-number");
const DIGITS_MIN = 8; // of a tracking number: no department's number is so long

aimAt(find);

const fold = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

find.addEventListener("input", () => {
  const wanted = fold(find.value.trim());
  for (const item of items) item.hidden = !fold(item.dataset.find).includes(wanted);
  const is_found = items.some((item) => !item.hidden);
  isNumber.hidden = is_found || (wanted.match(/[0-9]/g) ?? []).length < DIGITS_MIN;
  nothing.hidden = is_found || !isNumber.hidden;
});

// Enter chooses only what is left alone; it never sends the first button of the form.
find.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  if (!isNumber.hidden) return void find.select(); // the next keys take the place of what was scanned
  const left = items.filter((item) => !item.hidden);
  if (left.length === 1 && find.value.trim() !== "") left[0].querySelector("button").focus();
});
