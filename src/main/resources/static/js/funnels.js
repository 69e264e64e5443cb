// Fills in a product's own price when it is chosen, unless another price was typed. Pages work without it.
document.addEventListener("change", ({ target }) => {
  const field = target.dataset?.fills && document.getElementById(target.dataset.fills);
  if (!field || (field.value !== "" && field.value !== field.dataset.filled)) return;
  field.value = field.dataset.filled = target.selectedOptions[0].dataset.price ?? "";
});
