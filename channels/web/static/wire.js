// Talks to the server: the state, the stream of changes, and what people do. All of it comes back after a lost server.

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 3000;
const MOST_TRIES_OF_A_TAP = 8;
const UNSENT = "assent-unsent";

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
const longer = (milliseconds) => Math.min(milliseconds * 1.6, LONGEST_PAUSE);

/** The answer's JSON and status; `lost` when there was none, or the server itself failed. */
async function ask(path, body) {
  const request = body === undefined ? {} :
    { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    const response = await fetch(path, { cache: "no-store", ...request });
    if (response.status >= 500) return { lost: true };
    return { status: response.status, ok: response.ok, data: await response.json() };
  } catch {
    return { lost: true };
  }
}

/** The whole page's state; asks until the server gives it. */
export async function fetchState(locale) {
  for (let wait = FIRST_PAUSE; ; wait = longer(wait)) {
    const answer = await ask(`/play/state?locale=${encodeURIComponent(locale)}`);
    if (answer.ok) return answer.data;
    await pause(wait);
  }
}

/** Follow the board from a version on; `lost` is called once, after which this stream is over. */
export function follow(version, { open, item, lost }) {
  const source = new EventSource(`/play/events?after=${version}`);
  source.addEventListener("open", open);
  source.addEventListener("item", (event) => item(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    source.close();
    lost();
  }, { once: true });
}

/** Press a button; the desk's answer, or null when the server could not be reached. */
export async function tap(body) {
  let wait = FIRST_PAUSE;
  for (let tries = 0; tries < MOST_TRIES_OF_A_TAP; tries += 1) {
    const answer = await ask("/play/tap", body);
    if (!answer.lost) return answer.ok ? answer.data : { text: answer.data.error, alert: true };
    await pause(wait);
    wait = longer(wait);
  }
  return null;
}

/** Move the clock, by some seconds or to a moment that the server knows by name; the answer's data, or null. */
export async function advance(how) {
  const answer = await ask("/play/clock", how);
  return answer.ok ? answer.data : null;
}

export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Messages on their way: each is repeated, in order and under its own id, until the server has answered. */
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
      const answer = await ask("/play/say", message);
      if (answer.lost) {
        message.late = true;
        this.changed();
        await pause(wait);
        wait = longer(wait);
        continue;
      }
      wait = FIRST_PAUSE;
      this.messages.shift();
      if (answer.ok) this.taken.push({ ...message, late: false });
      else this.refused(message, answer.data.error);
      this.#keep();
    }
    this.#sending = false;
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

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(UNSENT)) ?? [];
  } catch {
    return [];
  }
}
