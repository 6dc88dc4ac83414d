// Keys that are typed while nothing has the focus land in this field: a scan needs no aim.
export function aimAt(field) {
  field.focus();
  document.addEventListener("keydown", (event) => {
    const nowhere = document.activeElement === document.body || document.activeElement === null;
    if (nowhere && event.key.length === 1 && !event.ctrlKey && !event.metaKey) field.focus();
  }, true);
}
