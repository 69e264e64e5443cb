// The total follows the tick box at once. Without this script the "Update total" button does it on the server, and
// the server alone decides what is charged.
const box = document.querySelector("[data-bump]");
const update = document.querySelector("[data-update]");

function show() {
  document.querySelectorAll("[data-with-bump]").forEach((total) => {
    total.textContent = box.checked ? total.dataset.withBump : total.dataset.plain;
  });
  document.querySelector("[data-bump-line]").hidden = !box.checked;
}

if (box) {
  update.hidden = true;
  box.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}
