// A room: a framed chat beside a card, folded once the talk has ended.

import { Composer } from "./compose.js";
import { keepEnd } from "./logs.js";
import { element, inert } from "./text.js";

let count = 0;

export class Room {
  constructor(words, options) {
    this.words = words;
    const id = `room-${(count += 1)}`;
    this.title = element("b", { id: `${id}-title` });
    this.state = element("span", { class: "note" });
    this.summary = element("summary", {}, element("span", { class: "unseen" }, `${words["play-room"]} `), this.title, " ", this.state);
    this.log = element("div", { class: "log", "data-testid": "room-log", role: "group", tabindex: "0",
      "aria-label": words["play-room-log"], "data-empty": words["play-room-empty"] });
    this.form = form(id, words);
    this.element = element("details", { class: "room", "data-testid": "room", open: true, "aria-labelledby": `${id}-title` },
      this.summary, this.log, this.form);
    this.composer = new Composer(this.form, { ...options, around: this.element });
    this.composer.speak();
    this.isOpen = true;
    keepEnd(this.log);
  }

  /** Bring the room to what its item says; it folds and unfolds only when the talk ends or begins. */
  show({ title, open }) {
    const inside = this.element.contains(document.activeElement);
    this.title.replaceChildren(inert(title));
    this.state.textContent = this.words[open ? "play-room-open" : "play-room-closed"];
    this.element.dataset.state = open ? "open" : "closed";
    if (open !== this.isOpen) this.element.open = open;
    this.isOpen = open;
    // What was typed and not sent stays to be read, and copied.
    this.form.hidden = !open && !this.composer.input.value;
    this.composer.input.readOnly = !open;
    for (const button of this.form.querySelectorAll("button")) button.hidden = !open;
    if (inside && !open) this.summary.focus();
  }
}

function form(id, words) {
  return element("form", { class: "say", "data-side": "room" },
    element("label", { class: "unseen", for: `${id}-input` }, words["play-room-input"]),
    element("textarea", { id: `${id}-input`, "data-testid": "room-input", rows: "1", dir: "auto", autocomplete: "off",
      enterkeyhint: "send", placeholder: words["play-room-input"] }),
    element("button", { type: "submit", "data-testid": "room-send" }, words["play-send"]));
}
