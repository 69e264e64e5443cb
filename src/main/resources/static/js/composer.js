// The editor of a broadcast, quicker: what is typed is saved by itself and shown in the preview, and the buttons between
// the blocks change the page in place. Everything goes through the same form as without this.
const QUIET = 1200;
const root = document.getElementById("composer");
const part = (name, from = document) => from.getElementById(name);
let waiting = 0;
let last = Promise.resolve();
let underWay = 0;

const say = (state) => {
  const shown = part("saved");
  if (shown) shown.textContent = part("draft").dataset[state];
};

// One at a time: each save names the version that the one before made.
const send = (act) => {
  underWay += 1;
  last = last.then(() => post(act)).finally(() => { underWay -= 1; });
  return last;
};

const post = async (act) => {
  clearTimeout(waiting);
  const form = part("draft");
  const typed = new FormData(form);
  typed.set("act", act);
  const before = JSON.stringify([...typed]);
  say("saving");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(typed) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!part("draft", page)) throw new Error(String(answer.status));
    const now = new FormData(part("draft"));
    now.set("act", act);
    return { answer, page, untouched: JSON.stringify([...now]) === before };
  } catch {
    say("lost");
    return null;
  }
};

const look = () => {
  const sheet = part("sheet");
  // replaced and not navigated: Back leads out of the editor
  const next = sheet.cloneNode();
  sheet.replaceWith(next);
};

const takeOver = (page) => {
  part("beside").replaceWith(part("beside", page));
  part("version").value = part("version", page).value;
  document.querySelector("#draft .form-errors")?.remove();
  tellNotes(page);
  look();
};

const save = async () => {
  const done = await send("save");
  if (!done) return;
  if (!done.answer.ok) {
    tellWrong(done.page);
    return;
  }
  takeOver(done.page);
  if (done.untouched) changed = false;
  say(done.untouched ? "saved" : "unsaved");
};

// What was typed stays under the author's hands.
const tellWrong = (page) => {
  const draft = part("draft");
  draft.querySelector(".form-errors")?.remove();
  const errors = page.querySelector("#draft .form-errors");
  if (errors) draft.prepend(errors);
  tellNotes(page);
  say("unsaved");
};

const tellNotes = (page) => {
  for (const notes of document.querySelectorAll("#draft [id$='-notes']")) {
    const newer = part(notes.id, page);
    if (newer) notes.innerHTML = newer.innerHTML;
  }
};

// The whole form anew; where the reader of this page was, it stays.
const show = (page, goal) => {
  takeOver(page);
  part("draft").replaceWith(part("draft", page));
  offerMarks();
  const block = goal && part(goal);
  if (block) {
    (block.querySelector("textarea, input:not([type=hidden]), select") ?? block).focus({ preventScroll: true });
    block.scrollIntoView({ block: "nearest" });
  }
};

const act = async (button) => {
  const form = part("draft");
  form.inert = true;
  const done = await send(button.value);
  form.inert = false;
  if (!done) return;
  if (!done.answer.ok) {
    tellWrong(done.page);
    return;
  }
  changed = false;
  show(done.page, goal(button.value));
  say("saved");
};

const goal = (act) => {
  const [verb, ...rest] = act.split(" ");
  const at = Number(rest.at(-1));
  return `block-${verb === "up" || verb === "remove" ? Math.max(0, at - 1) : verb === "down" ? at + 1 : at}`;
};

root.addEventListener("input", ({ target }) => {
  if (!target.closest("#draft")) return;
  say("unsaved");
  clearTimeout(waiting);
  waiting = setTimeout(save, QUIET);
});
root.addEventListener("click", (event) => {
  const button = event.target.closest("#draft button[name=act]");
  if (!button || !/^(add|up|down|remove|undo) /.test(button.value) || button.value.startsWith("add picture")) return;
  event.preventDefault();
  act(button);
});
// A save that is under way makes a version of its own: the form waits for it, or it would look like somebody else's.
root.addEventListener("submit", (event) => {
  if (event.target.id !== "draft") return;
  clearTimeout(waiting);
  if (!underWay) return;
  event.preventDefault();
  const { submitter } = event;
  last.then(() => submitAgain(submitter));
});

// The button may have been drawn anew with what stands beside the form.
const submitAgain = (pressed) => {
  const buttons = [...part("draft").elements].filter((one) => one.name === "act" && one.value === pressed?.value);
  part("draft").requestSubmit(buttons[0]);
};

// Markdown's marks around what is selected, for who does not know them.
const offerMarks = () => {
  for (const text of document.querySelectorAll("#draft textarea")) {
    text.before(part("marks").content.cloneNode(true));
  }
};
const mark = (text, { around = "", before = around, after = around, lines = "" }) => {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const chosen = value.slice(from, to);
  const marked = lines ? chosen.replace(/^/gm, lines) : before + chosen + after;
  text.setRangeText(marked, from, to, "end");
  if (before && !lines) text.setSelectionRange(from + before.length, from + before.length + chosen.length);
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
};
root.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-marks]");
  if (button) mark(button.closest(".field").querySelector("textarea"), button.dataset);
});
if (part("draft")) offerMarks();
