// A place to write at: its text box, its files, and the message that it replies to.

import { iconButton } from "./buttons.js";
import { Tray } from "./files.js";
import { excerpt } from "./message.js";
import { element } from "./text.js";

const MOST_WRAPPED = 20_000; // Browsers take minutes to wrap a few megabytes in a text box.

export class Composer {
  /** `say` sends `{text, files, reply_to}`, `tell` says that something went wrong, `around` takes dropped files. */
  constructor(form, { words, locale, say, tell, around }) {
    Object.assign(this, { form, words, say, tell, around, replied: null, waiting: false });
    this.input = form.querySelector("textarea");
    this.tray = new Tray({ words, locale, tell, changed: () => {} });
    this.reply = element("div", { class: "reply", "data-testid": "reply", hidden: true });
    this.picker = element("input", { type: "file", multiple: true, hidden: true, "data-testid": `${form.dataset.side}-file` });
    this.attach = iconButton("attach", "", () => this.picker.click(), { "data-testid": `${form.dataset.side}-attach` });
    form.prepend(this.reply, this.tray.element, this.picker, this.attach);
    this.#listen();
  }

  /** Name everything in the reader's language. */
  speak() {
    const label = this.words()["play-attach"];
    this.attach.setAttribute("aria-label", label);
    this.attach.title = label;
    this.around.dataset.drop = this.words()["play-attach-drop"];
    this.tray.speak();
  }

  replyTo(item, view) {
    this.replied = item;
    this.reply.hidden = !item;
    if (!item) return;
    this.reply.replaceChildren(element("p", {}, `${this.words()["play-replying"]} `, ...excerpt(item, view)),
      iconButton("close", this.words()["play-reply-cancel"], () => this.leaveReply()));
    this.input.focus();
  }

  leaveReply() {
    this.replyTo(null);
    this.input.focus();
  }

  /** Give back what was not taken, before what was typed meanwhile. */
  restore({ text, files = [] }) {
    write(this.input, this.input.value ? `${text}\n${this.input.value}` : text);
    this.tray.restore(files);
  }

  async submit() {
    if (this.waiting) return;
    this.#wait(true);
    const files = await this.tray.settled();
    this.#wait(false);
    const { value } = this.input;
    if (files && this.say({ text: value.trim() ? value : "", files, reply_to: this.replied?.id })) {
      write(this.input, "");
      this.tray.clear();
      this.replyTo(null);
    }
    this.input.focus();
  }

  #wait(waiting) {
    this.waiting = waiting;
    this.form.querySelector("[type=submit]").toggleAttribute("aria-busy", waiting);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.picker.addEventListener("change", () => {
      this.tray.add(this.picker.files);
      this.picker.value = "";
      this.input.focus();
    });
    listenToTyping(this.input, () => this.form.requestSubmit(), () => this.replied && this.leaveReply());
    this.input.addEventListener("paste", (event) => {
      if (!event.clipboardData.files.length) return;
      event.preventDefault();
      this.tray.add(event.clipboardData.files);
    });
    this.#listenToDrops();
  }

  #listenToDrops() {
    const { around } = this;
    const leave = () => delete around.dataset.dropping;
    around.addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files") || this.form.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      around.dataset.dropping = "";
    });
    around.addEventListener("dragleave", (event) => {
      if (!around.contains(event.relatedTarget)) leave();
    });
    around.addEventListener("drop", (event) => {
      leave();
      if (!event.dataTransfer.files.length || this.form.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      this.tray.add(event.dataTransfer.files);
      this.input.focus();
    });
  }
}

/** A text box that grows with its text, in which Enter sends and Escape leaves. */
export function listenToTyping(input, send, leave) {
  input.addEventListener("input", () => grow(input));
  input.addEventListener("beforeinput", ({ data }) => fit(input, input.value.length + (data?.length ?? 0)));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  });
}

export function write(input, text) {
  fit(input, text.length);
  input.value = text;
  grow(input);
}

export function grow(input) {
  input.style.height = "auto";
  if (fit(input, input.value.length)) input.style.height = `${input.scrollHeight + 2}px`;
}

function fit(input, length) {
  const wrapped = length <= MOST_WRAPPED;
  input.wrap = wrapped ? "soft" : "off";
  return wrapped;
}
