// Messages on their way: each is repeated, in order and under its own id, until the server has answered.

import { FIRST_PAUSE, ask, longer, pause } from "./wire.js";

const UNSENT = "assent-unsent";

/** A message is what `/play/say` takes; its files are whole here, and one with `edits` changes an item. */
export class Unsent {
  #sending = false;

  constructor({ changed, refused }) {
    this.messages = remembered();
    this.taken = [];
    this.changed = changed;
    this.refused = refused;
  }

  add(message) {
    this.messages.push(message);
    this.#keep();
    this.send();
  }

  /** Take on messages that a page left half sent, and go on sending. */
  adopt(messages) {
    const mine = new Set(this.messages.map(({ id }) => id));
    this.messages.push(...messages.filter(({ id }) => !mine.has(id)));
    this.#keep();
    this.send();
  }

  get hasEdits() {
    return [...this.taken, ...this.messages].some(({ edits }) => edits);
  }

  /** The newest text of an item that the board does not show yet. */
  editOf(item, known) {
    return this.awaited(known).findLast(({ edits }) => edits === item);
  }

  /** What the board does not show yet, given the ids of messages that it shows. */
  awaited(known) {
    this.taken = this.taken.filter(({ id }) => !known.has(id));
    return [...this.taken, ...this.messages.filter(({ id }) => !known.has(id))];
  }

  async send() {
    if (this.#sending) return;
    this.#sending = true;
    let wait = FIRST_PAUSE;
    while (this.messages.length > 0) {
      const [message] = this.messages;
      const answer = await ask("/play/say", wired(message));
      if (answer.lost) {
        message.late = true;
        this.changed();
        await pause(wait);
        wait = longer(wait);
        continue;
      }
      wait = FIRST_PAUSE;
      this.messages.shift();
      if (answer.ok) this.#take(message);
      else this.refused(message, answer.data.error);
      this.#keep();
    }
    this.#sending = false;
  }

  /** Of several edits of one item only the last is shown by the board. */
  #take(message) {
    this.taken = this.taken.filter(({ edits }) => edits === undefined || edits !== message.edits);
    this.taken.push({ ...message, late: false });
  }

  #keep() {
    try {
      sessionStorage.setItem(UNSENT, JSON.stringify(this.messages));
    } catch {
      sessionStorage.removeItem(UNSENT); // Too long to keep over a reload; the page itself still has it.
    }
    this.changed();
  }
}

/** A message as the server reads it. */
function wired({ late, files, ...message }) {
  return files?.length ? { ...message, files: files.map(({ id }) => id) } : message;
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(UNSENT)) ?? [];
  } catch {
    return [];
  }
}
