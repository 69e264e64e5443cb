// The total follows the tick box, the code, the country, the currency and the chosen amount at once. Without this script buttons do it on the server; the server alone
// decides what is charged, and answers with the same page both times.
const form = document.querySelector("form.form");
const box = document.querySelector("[data-bump]");

function show() {
  const ticked = box?.checked;
  document.querySelectorAll("[data-with-bump]").forEach((amount) => {
    amount.textContent = ticked ? amount.dataset.withBump : amount.dataset.plain;
  });
  document.querySelectorAll("[data-sum]").forEach((row) => {
    row.hidden = row.lastElementChild.textContent === "";
  });
  document.querySelectorAll("[data-bump-line]").forEach((row) => {
    row.hidden = !ticked;
  });
  document.querySelectorAll("[data-update]").forEach((button) => {
    button.hidden = true;
  });
}

// What was typed of a card stays where it is.
function typed() {
  const data = new URLSearchParams(new FormData(form));
  ["number", "expiry", "cvc"].forEach((field) => data.delete(field));
  data.set("update", "code");
  return data;
}

let asked = 0;
let replacing = false;

async function ask() {
  const mine = ++asked;
  const answer = await fetch(form.action, { method: "POST", body: typed(), redirect: "error" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelectorAll("[data-live]");
  const old = document.querySelectorAll("[data-live]");
  if (!answer.ok || fresh.length !== old.length) {
    throw new Error("No such page");
  }
  if (mine !== asked) {
    return;
  }
  const here = document.activeElement?.id;
  // a field that was typed into tells of its change when it is taken away
  replacing = true;
  old.forEach((part, index) => part.replaceWith(fresh[index]));
  replacing = false;
  show();
  if (here && document.activeElement === document.body) {
    document.getElementById(here)?.focus();
  }
  document.querySelector("[data-said]").textContent =
    (document.querySelector("#amount-error, #coupon-error") ?? document.querySelector(".lines-total")).textContent;
}

function refresh() {
  ask().catch(() => form.querySelector("[data-update]").click());
}

// Who types a code, or an amount, and presses Enter wants to see what it comes to, not to pay yet.
form.addEventListener("keydown", (key) => {
  if (key.key === "Enter" && key.target.id === "coupon") {
    key.preventDefault();
    document.querySelector("[data-use-code]").click();
  }
  if (key.key === "Enter" && key.target.id === "amount") {
    key.preventDefault();
    refresh();
  }
});

form.addEventListener("click", (click) => {
  const button = click.target.closest("[data-use-code]");
  if (button && !button.dataset.plainly) {
    click.preventDefault();
    ask()
      .then(() => document.querySelector("#coupon").focus())
      .catch(() => {
        button.dataset.plainly = "yes";
        button.click();
      });
  }
});

box?.addEventListener("change", show);
form.addEventListener("change", (change) => {
  if (!replacing && change.target.matches("[data-ask]")) {
    refresh();
  }
});

addEventListener("pageshow", show);
show();
