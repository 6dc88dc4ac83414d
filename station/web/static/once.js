// A form is sent once, however often somebody clicks: a badge that is told once is told to the
// first click.  The server knows a deed by its UUID anyway; this only spares people the refusal.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});

// Back from the next page, with the same form: the deed was done or refused, let the server say it.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
