// Talks to the server: the state, the stream of changes, and what people do. All of it comes back after a lost server.

export const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 3000;
const MOST_TRIES = 8;

export const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
export const longer = (milliseconds) => Math.min(milliseconds * 1.6, LONGEST_PAUSE);

/** The answer's JSON and status; `lost` when there was none, or the server itself failed. */
export async function ask(path, body) {
  return body === undefined ? demand(path, {}) : demand(path, posting(JSON.stringify(body), "application/json"));
}

function posting(body, type) {
  return { method: "POST", headers: { "Content-Type": type }, body };
}

async function demand(path, request) {
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
  const answer = await insist(() => ask("/play/tap", body));
  if (!answer) return null;
  return answer.ok ? answer.data : { text: answer.data.error, alert: true };
}

/** Upload a file under an id of its own; as the server keeps it, or `{error}` ("" when it could not be reached). */
export async function upload({ id, name, type, bytes, locale }) {
  const path = `/play/files?${new URLSearchParams({ id, name, locale })}`;
  const answer = await insist(() => demand(path, posting(bytes, type || "application/octet-stream")));
  if (!answer) return { error: "" };
  return answer.ok ? answer.data : { error: answer.data.error };
}

/** Ask some times, until there is an answer; null when there was none. */
async function insist(once) {
  let wait = FIRST_PAUSE;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await once();
    if (!answer.lost) return answer;
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
