// The button appears only where a script can print; elsewhere the browser's own menu does.
const button = document.querySelector("#print");
button.hidden = false;
button.addEventListener("click", () => window.print());
