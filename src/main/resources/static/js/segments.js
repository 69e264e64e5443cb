// Counts who fits while rules are typed, and shows what a rule asks for as soon as it is chosen. Without this script the
// buttons do both: the server answers with the same page.
const form = document.querySelector("form[data-segment]");
let asked = 0;

async function ask(button, parts) {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(form));
  body.set("do", button);
  const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) throw new Error("No such page");
  if (mine !== asked) return;
  const here = document.activeElement?.id;
  for (const part of parts) {
    const fresh = page.querySelector(part);
    if (!fresh) throw new Error("No such page");
    form.querySelector(part).replaceWith(fresh);
  }
  tidy();
  if (here && document.activeElement === document.body) document.getElementById(here)?.focus();
}

// Who counts by itself needs no button for it.
function tidy() {
  form.querySelectorAll("[data-count]").forEach((button) => { button.hidden = true; });
}

function count() {
  ask("count", ["[data-people]"]).catch(() => {});
}

let soon;
form.addEventListener("input", ({ target }) => {
  if (target.matches("[data-kind], #name")) return;
  clearTimeout(soon);
  soon = setTimeout(count, 400);
});

form.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-kind]")) return;
  clearTimeout(soon);
  const value = target.id.replace("-kind", "-value");
  ask("look", ["[data-rules]", "[data-people]"])
    .then(() => document.getElementById(value)?.focus())
    .catch(() => form.querySelector("[data-count]").click());
});

form.addEventListener("click", (click) => {
  const button = click.target.closest("button[name=do]");
  if (!button || button.dataset.plainly) return;
  click.preventDefault();
  clearTimeout(soon);
  if (button.value === "count") return count();
  ask(button.value, ["[data-rules]", "[data-people]"])
    .then(() => form.querySelector(".rule-group:last-of-type .rule:last-of-type select")?.focus())
    .catch(() => {
      button.dataset.plainly = "yes";
      button.click();
    });
});

addEventListener("pageshow", tidy);
tidy();
