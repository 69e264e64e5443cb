// Fills in a product's own price when it is chosen. A price that was typed for one product is not that of another. Pages
// work without it.
const before = new WeakMap();
document.querySelectorAll("[data-fills]").forEach((select) => before.set(select, select.value));
document.addEventListener("change", ({ target }) => {
  const field = target.dataset?.fills && document.getElementById(target.dataset.fills);
  if (!field) return;
  if (field.value === "" || before.get(target)) field.value = target.selectedOptions[0].dataset.price ?? "";
  before.set(target, target.value);
});
