// Files: those of a message as they are shown, and those that are about to be sent.

import { iconButton } from "./buttons.js";
import { element, inert } from "./text.js";
import { newId, upload } from "./wire.js";

const MOST_FILES = 5;
const MOST_BYTES = 5 * 2 ** 20;

/** The files of a message: images small, all others by name, each behind a link. */
export function attachments(files, view) {
  return element("ul", { class: "files", "data-part": "files" },
    ...files.map((file) => element("li", {}, attachment(file, view))));
}

function attachment({ id, name, size, kind }, view) {
  const href = `/play/files/${encodeURIComponent(id)}`;
  if (kind === "photo") {
    return element("a", { class: "thumb", href, target: "_blank", rel: "noopener" },
      element("img", { src: href, alt: plain(name), title: plain(name), decoding: "async" }));
  }
  return element("a", { class: "file", href, download: name || true },
    element("bdi", {}, inert(name || kind)), " ", element("small", {}, bytes(size, view.locale)));
}

function plain(name) {
  const box = element("span");
  box.append(inert(name));
  return box.textContent;
}

function bytes(size, locale) {
  const [count, unit] = size < 1000 ? [size, "byte"] : size < 1e6 ? [size / 1e3, "kilobyte"] : [size / 1e6, "megabyte"];
  const style = { style: "unit", unit, maximumFractionDigits: unit === "megabyte" ? 1 : 0 };
  return new Intl.NumberFormat(locale, style).format(count);
}

/** The files that a message is about to carry: each is uploaded at once, so that sending it waits for nothing. */
export class Tray {
  /** `words` answers the page's words; `tell` says that something went wrong. */
  constructor({ words, locale, tell, changed }) {
    Object.assign(this, { words, locale, tell, changed, files: [] });
    this.list = element("ul");
    this.element = element("div", { class: "tray", "data-testid": "tray", role: "group", hidden: true },
      this.list, element("p", { class: "hint" }));
  }

  speak() {
    this.element.setAttribute("aria-label", this.words()["play-attached"]);
    this.element.querySelector(".hint").textContent = this.words()["play-attach-hint"];
  }

  add(chosen) {
    for (const file of chosen) {
      const problem = this.#problem(file);
      if (problem) this.tell(problem === "play-error-file-many" ? this.words()[problem] : `${file.name}: ${this.words()[problem]}`);
      if (problem === "play-error-file-many") break;
      if (!problem) this.#begin(file);
    }
    this.#draw();
  }

  /** Take back files that were uploaded before. */
  restore(kept) {
    this.files.push(...kept.map((file) => ({ ...file, done: Promise.resolve(file), kept: file })));
    this.#draw();
  }

  /** The files as the server keeps them, once it has them all; null if it does not take one. */
  async settled() {
    const kept = await Promise.all(this.files.map(({ done }) => done));
    return kept.every(Boolean) ? kept : null;
  }

  clear() {
    this.files = [];
    this.#draw();
  }

  #problem(file) {
    if (this.files.length >= MOST_FILES) return "play-error-file-many";
    if (file.size > MOST_BYTES) return "play-error-file-large";
    return file.size ? null : "play-error-file-empty";
  }

  #begin(file) {
    const entry = { name: file.name, size: file.size };
    this.files.push(entry);
    entry.done = this.#bring(file, entry);
  }

  async #bring(file, entry) {
    let answer;
    try {
      // Read whole first: what changes on the disk meanwhile, or is a folder, is no file that can be repeated.
      const read = await file.arrayBuffer();
      answer = await upload({ id: newId(), name: file.name, type: file.type, bytes: read, locale: this.locale });
    } catch {
      answer = { error: this.words()["play-error-file-gone"] };
    }
    if (answer.error === undefined) entry.kept = answer;
    else this.#fail(entry, answer.error || this.words()["play-error-lost"]);
    this.#draw();
    return entry.kept ?? null;
  }

  #fail(entry, error) {
    if (!this.files.includes(entry)) return;
    this.files = this.files.filter((each) => each !== entry);
    this.tell(`${entry.name}: ${error}`);
  }

  #draw() {
    this.element.hidden = this.files.length === 0;
    this.list.replaceChildren(...this.files.map((entry) => this.#chip(entry)));
    this.changed();
  }

  #chip(entry) {
    const label = `${this.words()["play-detach"]}: ${entry.name}`;
    const state = entry.kept ? bytes(entry.size, this.locale) : this.words()["play-uploading"];
    return element("li", { "data-kept": Boolean(entry.kept) }, element("bdi", {}, inert(entry.name)), " ",
      element("small", {}, state), iconButton("close", label, () => {
        this.files = this.files.filter((each) => each !== entry);
        this.#draw();
      }));
  }
}
