// Sends chosen files by pieces while the form is filled in: a lost connection costs a piece, not the file, and the same
// file chosen again goes on where it stopped. The form then names what came. Without this the form sends the files itself.
const PIECE = 8 * 1024 * 1024;
const LONGEST_WAIT = 30_000;

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const wait = (milliseconds) => new Promise((resolve) => {
  setTimeout(resolve, milliseconds);
  addEventListener("online", resolve, { once: true });
});

class Refused extends Error {}

// One file on its way; a page that was left or broke off is remembered by the file's name, size and date.
class Upload {
  constructor(file, address, show) {
    Object.assign(this, { file, address, show, stopped: false, complete: false });
    this.memory = `upload ${address} ${file.name} ${file.size} ${file.lastModified}`;
    this.token = localStorage.getItem(this.memory);
  }

  async send() {
    for (let losses = 0; !this.stopped && !this.complete;) {
      try {
        let offset = this.token ? await this.reached() : await this.begin();
        while (!this.complete) {
          const reached = await this.piece(offset);
          if (reached > offset) losses = 0;
          offset = reached;
        }
      } catch (problem) {
        if (problem instanceof Refused || this.stopped) throw problem;
        this.show.lost();
        await wait(Math.min(LONGEST_WAIT, 1000 * 2 ** losses++));
      }
    }
  }

  async begin() {
    const body = new URLSearchParams({ name: this.file.name, size: this.file.size });
    const answer = await fetch(this.address, { method: "POST", body });
    // a session that is over leads to the sign-in page
    if (answer.redirected) throw new Refused("");
    if (answer.status !== 201) throw await this.problem(answer.status, () => answer.text());
    this.token = answer.headers.get("Location").split("/").pop();
    localStorage.setItem(this.memory, this.token);
    return 0;
  }

  // What the server does not know any more begins anew.
  async reached() {
    const answer = await fetch(`${this.address}/${this.token}`, { method: "HEAD" });
    if (answer.status === 404) return this.begin();
    if (answer.status !== 200) throw await this.problem(answer.status);
    return this.heard((name) => answer.headers.get(name));
  }

  piece(offset) {
    const end = Math.min(offset + PIECE, this.file.size);
    return new Promise((resolve, reject) => {
      const request = (this.request = new XMLHttpRequest());
      request.open("PATCH", `${this.address}/${this.token}`);
      request.setRequestHeader("Content-Type", "application/offset+octet-stream");
      request.setRequestHeader("Upload-Offset", offset);
      request.upload.onprogress = ({ loaded }) => this.show.progress(Math.min(offset + loaded, end));
      request.onload = () => {
        if (request.status === 204) resolve(this.heard((name) => request.getResponseHeader(name)));
        else this.problem(request.status, () => request.responseText).then(reject);
      };
      request.onerror = request.onabort = () => reject(new Error("lost"));
      request.send(this.file.slice(offset, end));
    });
  }

  heard(header) {
    this.complete = header("Upload-Complete") === "?1";
    return Number(header("Upload-Offset"));
  }

  // What only a person can mend has words; the rest (a restart, another tab that still writes) passes.
  async problem(status, words) {
    if ([413, 422, 507].includes(status)) {
      this.forget();
      return new Refused(words ? await words() : "");
    }
    return [401, 403, 405].includes(status) ? new Refused("") : new Error(String(status));
  }

  forget() { localStorage.removeItem(this.memory); }

  cancel() {
    this.stopped = true;
    this.request?.abort();
    this.forget();
    if (this.token) fetch(`${this.address}/${this.token}`, { method: "DELETE", keepalive: true }).catch(() => {});
  }
}

for (const field of document.querySelectorAll("input[data-uploads]")) {
  const form = field.form;
  const template = document.getElementById("upload");
  const list = field.parentElement.querySelector("[data-arrived]");
  const underway = new Set();
  let submitted = null;

  const line = (file) => {
    const item = template.content.cloneNode(true).firstElementChild;
    const [bar, count, state, button] = [".upload-bar", ".upload-count", ".upload-state", "[data-cancel]"].map((part) =>
      item.querySelector(part));
    const name = (label) => {
      button.textContent = label;
      button.setAttribute("aria-label", `${label} ${file.name}`);
    };
    item.querySelector(".upload-name").textContent = file.name;
    bar.setAttribute("aria-label", file.name);
    name(button.textContent);
    list.append(item);
    state.textContent = template.dataset.waiting;
    const end = (text) => {
      bar.remove();
      count.textContent = size(file.size);
      state.textContent = text;
      name(template.dataset.remove);
    };
    return {
      button,
      say(text) { state.textContent = text; },
      progress(sent) {
        bar.value = sent / file.size;
        count.textContent = `${size(sent)} / ${size(file.size)}`;
        const text = sent < file.size ? "" : template.dataset.looking;
        if (state.textContent !== text && !submitted) state.textContent = text;
      },
      lost() { state.textContent = template.dataset.lost; },
      refused(words) {
        end(words || template.dataset.failed);
        item.classList.add("upload-refused");
      },
      arrived(token) {
        end(template.dataset.arrived);
        item.append(Object.assign(document.createElement("input"), { type: "hidden", name: "uploads", value: token }));
      },
    };
  };

  const begin = (file) => {
    const upload = new Upload(file, field.dataset.uploads, line(file));
    underway.add(upload);
    upload.show.button.addEventListener("click", () => {
      upload.cancel();
      end(upload);
    });
    return upload;
  };

  const end = (upload) => {
    if (underway.delete(upload) && submitted && !underway.size) form.requestSubmit(submitted.by);
  };

  const send = async (upload) => {
    try {
      await upload.send();
      if (!upload.stopped) upload.show.arrived(upload.token);
    } catch (problem) {
      if (upload.stopped) return;
      upload.show.refused(problem.message);
      // what is wrong is read before the form goes without it
      submitted = null;
    }
    end(upload);
  };

  list.addEventListener("click", ({ target }) => {
    const item = target.closest("[data-cancel]")?.closest("li");
    if (!item) return;
    item.remove();
    field.focus();
  });
  // emptied before the page looks whether they are too large for the form: by pieces they are not
  field.addEventListener("change", async () => {
    const uploads = [...field.files].map(begin);
    field.value = "";
    for (const upload of uploads) await send(upload);
  });
  form.addEventListener("submit", (event) => {
    if (!underway.size) return list.querySelectorAll("[name=uploads]").forEach((input) => forgetToken(input.value));
    event.preventDefault();
    event.stopPropagation();
    submitted = { by: event.submitter };
    for (const { show } of underway) show.say(template.dataset.submitting);
  });
  addEventListener("beforeunload", (event) => { if (underway.size) event.preventDefault(); });
}

// What a form took is begun anew when it is chosen again.
function forgetToken(token) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("upload ") && localStorage.getItem(key) === token) localStorage.removeItem(key);
  }
}
