// Says that chosen files are too large before they are sent for nothing: what else was typed would be lost with them.
document.addEventListener("change", ({ target }) => {
  if (!target.dataset?.most) return;
  const size = [...target.files].reduce((sum, file) => sum + file.size, 0);
  target.setCustomValidity(size > Number(target.dataset.most) ? target.dataset.tooLarge : "");
  target.reportValidity();
});
document.addEventListener("submit", (event) => {
  const tooLarge = [...event.target.elements].find((field) => field.dataset.most && !field.checkValidity());
  if (!tooLarge) return;
  event.preventDefault();
  tooLarge.reportValidity();
});
// Asks before leaving a form with unsaved changes. Pages work without it.
let changed = false;
document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-guard]")) changed = true;
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) changed = false;
});
window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
// Copies a text that stands on the page, where the browser lets pages do so; the text can be selected without it.
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
});
