// The page: which item stands in which log, who reads and writes, and what happened meanwhile.

import { draw, update } from "./draw.js";
import { element, inert } from "./text.js";
import { Unsent, advance, fetchState, follow, newId, tap } from "./wire.js";

const TOAST_TIME = 7000;
const CLOCK_SLACK = 30_000;
const MOST_WRAPPED = 20_000; // Browsers take minutes to wrap a few megabytes in a text box.

const find = (id) => document.getElementById(id);
const language = document.documentElement.lang;
const locale = new URLSearchParams(location.search).get("locale") ?? navigator.language;
const spelling = locale.startsWith(language) ? locale : language;
const logs = { customer: find("customer-log"), review: find("review-log"), mail: find("mail-log") };

const page = { words: {}, items: new Map(), drawn: new Map(), version: 0, customers: [], bot: { id: "", name: "" } };

// What came from the server

async function resume() {
  absorb(await fetchState(language));
  follow(page.version, {
    open: () => link("connected"),
    item: receive,
    lost: async () => {
      link("reconnecting");
      await resume();
    },
  });
}

function absorb(state) {
  const anew = page.version === 0 || state.version < page.version;
  Object.assign(page, { words: state.words, customers: state.customers });
  showPeople(state);
  showSuggestions(state.suggestions);
  showClock(state.clock);
  if (anew) {
    page.items = new Map(state.items.map((item) => [item.id, item]));
    page.version = state.version;
    page.drawn.clear();
    redraw("customer", "mail", "review");
  } else {
    state.items.filter((item) => item.version > page.version).forEach(receive);
  }
  unsent.adopt(state.items.filter(({ body }) => body.heard === false).map(sending));
}

/** A message that the server has shown and may not have heard, to be sent again under its own id. */
function sending({ place, body: { who, text, id, bot } }) {
  return { side: place === "play:review" ? "review" : "customer", who, text, id, bot, locale };
}

function receive(item) {
  page.version = Math.max(page.version, item.version);
  if ((page.items.get(item.id)?.version ?? 0) >= item.version) return;
  page.items.set(item.id, item);
  show(item);
}

// Logs

function panelOf(item) {
  if (item.place === "mail") return "mail";
  if (!page.customers.some((customer) => item.place === `play:${customer.id}`)) return "review";
  return item.place === `play:${find("customer").value}` ? "customer" : null;
}

function redraw(...panels) {
  for (const panel of panels) {
    logs[panel].setAttribute("aria-live", "off");
    logs[panel].replaceChildren();
  }
  for (const item of [...page.items.values()].sort((one, other) => one.id - other.id)) {
    if (!panels.includes(panelOf(item))) continue;
    page.drawn.delete(item.id);
    place(item);
  }
  showUnsent();
  for (const panel of panels) toEnd(logs[panel]);
  setTimeout(() => panels.forEach((panel) => logs[panel].setAttribute("aria-live", "polite")), 500);
}

function show(item) {
  const panel = panelOf(item);
  if (!panel) return;
  const log = logs[panel];
  const following = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const before = page.drawn.get(item.id);
  place(item);
  if (item.kind === "said") showUnsent();
  if (following && !before) toEnd(log);
  if (document.body.dataset.panel !== panel) mark(panel);
}

function place(item) {
  const panel = panelOf(item);
  if (!panel) return null;
  if (item.kind === "gone") {
    page.drawn.get(item.id)?.remove();
    page.drawn.delete(item.id);
    return null;
  }
  const fresh = draw(item, viewOf(panel));
  const before = page.drawn.get(item.id);
  const drawn = before ? update(before, fresh) : insert(fresh, item.id, logs[panel]);
  page.drawn.set(item.id, drawn);
  return drawn;
}

function insert(fresh, id, log) {
  fresh.dataset.id = id;
  const earlier = [...log.children].reverse().find((child) => Number(child.dataset.id) < id);
  if (earlier) earlier.after(fresh);
  else log.prepend(fresh);
  return fresh;
}

/** Scroll to the newest; what is taller than its log is shown from its beginning. */
function toEnd(log) {
  const last = log.lastElementChild;
  log.scrollTop = last?.offsetHeight > log.clientHeight ? last.offsetTop - 12 : log.scrollHeight;
}

function viewOf(panel) {
  return {
    side: panel, words: page.words, locale: spelling, botName: page.bot.name, who: find("who").value,
    say: (text) => say(panel, text), tap: press, type: typeCode,
  };
}

// What people do

const unsent = new Unsent({
  changed: showUnsent,
  refused: (message, error) => {
    const input = find(`${message.side}-input`);
    write(input, input.value ? `${message.text}\n${input.value}` : message.text);
    toast(error, true);
  },
});

function say(side, text) {
  if (!text.trim()) return toast(page.words["play-error-empty"], true);
  const who = find(side === "customer" ? "customer" : "who").value;
  unsent.add({ side, who, text, id: newId(), bot: page.bot.id, locale });
  toEnd(logs[side]);
  return undefined;
}

function showUnsent() {
  document.querySelectorAll("[data-unsent]").forEach((bubble) => bubble.remove());
  const known = new Set([...page.items.values()].map((item) => item.body.id));
  for (const message of unsent.awaited(known)) {
    if (message.side === "customer" && message.who !== find("customer").value) continue;
    const note = message.late ? "play-unsent" : "play-sending";
    const people = [...find("who").options, ...find("customer").options];
    const name = people.find((option) => option.value === message.who)?.dataset.name ?? "";
    const bubble = draw({ kind: "said", body: { ...message, name }, unsent: note }, viewOf(message.side));
    bubble.dataset.unsent = message.id;
    bubble.inert = true;
    logs[message.side].append(bubble);
  }
}

async function press(item, token, button) {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  const answer = await tap({ who: find("who").value, token, item: item.id, locale });
  button.removeAttribute("aria-busy");
  if (answer && !answer.alert && token.endsWith(":ask_reason")) find("review-input").focus();
  toast(answer?.text ?? page.words["play-error-lost"], answer?.alert ?? true);
}

function typeCode(code) {
  const input = find("customer-input");
  write(input, code);
  openPanel("customer");
  input.focus();
}

// The frame

function toast(text, alert) {
  if (!text) return;
  const shown = element("p", { class: "toast", "data-testid": "toast", "data-alert": alert, dir: "auto" }, inert(text));
  find(alert ? "assertive" : "polite").append(shown);
  setTimeout(() => shown.remove(), TOAST_TIME + text.length * 40);
}

function link(state) {
  const shown = find("link");
  if (shown.dataset.state === state) return;
  shown.dataset.state = state;
  shown.textContent = page.words[`play-${state}`] ?? "";
}

function fill(select, people) {
  const chosen = select.value || sessionStorage.getItem(`assent-${select.id}`);
  select.replaceChildren(...people.map(({ id, name, note }) =>
    element("option", { value: id, "data-name": name }, note ? `${name} (${note})` : name)));
  if (people.some(({ id }) => id === chosen)) select.value = chosen;
}

function showPeople(state) {
  fill(find("customer"), state.customers);
  fill(find("who"), state.reviewers);
  fill(find("bot"), state.bots);
  find("bot-pick").hidden = state.bots.length < 2;
  page.bot = state.bots.find(({ id }) => id === find("bot").value) ?? state.bot;
  const nameOf = (tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  fill(find("language"), state.locales.map((tag) => ({ id: tag, name: nameOf(tag) })));
  find("language").value = language;
  find("language-pick").hidden = state.locales.length < 2;
}

function showSuggestions(suggestions) {
  if (find("suggestions").children.length > 0) return;
  const chips = suggestions.map(({ text, note }) => {
    const words = page.words[text] ?? text;
    const small = note ? [" ", element("small", {}, page.words[note] ?? note)] : [];
    const chip = element("button", { type: "button", "data-testid": "suggestion" }, words, ...small);
    chip.addEventListener("click", () => say("customer", words));
    return chip;
  });
  find("suggestions").append(...chips);
}

function showClock({ now, movable }) {
  find("clock").hidden = !movable;
  const ahead = Date.parse(now) - Date.now();
  const shown = find("clock-now");
  shown.hidden = ahead < CLOCK_SLACK;
  const style = { weekday: "short", hour: "numeric", minute: "2-digit" };
  shown.textContent = `${page.words["play-clock"]} ${new Intl.DateTimeFormat(spelling, style).format(new Date(now))}`;
}

function openPanel(panel) {
  document.body.dataset.panel = panel;
  for (const tab of document.querySelectorAll(".tabs button")) {
    tab.setAttribute("aria-current", String(tab.dataset.panel === panel));
  }
  document.querySelector(`.tabs [data-panel="${panel}"] .news`)?.remove();
  toEnd(logs[panel]);
}

function mark(panel) {
  const tab = document.querySelector(`.tabs [data-panel="${panel}"]`);
  if (!tab.querySelector(".news")) tab.append(element("span", { class: "news" }, page.words["play-news"]));
}

function write(input, text) {
  fit(input, text.length);
  input.value = text;
  grow(input);
}

function grow(input) {
  input.style.height = "auto";
  if (fit(input, input.value.length)) input.style.height = `${input.scrollHeight + 2}px`;
}

function fit(input, length) {
  const wrapped = length <= MOST_WRAPPED;
  input.wrap = wrapped ? "soft" : "off";
  return wrapped;
}

function listen() {
  for (const form of document.querySelectorAll("form.say")) {
    const input = form.querySelector("textarea");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      say(form.dataset.side, input.value);
      if (input.value.trim()) write(input, "");
      input.focus();
    });
    input.addEventListener("input", () => grow(input));
    input.addEventListener("beforeinput", ({ data }) => fit(input, input.value.length + (data?.length ?? 0)));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
  for (const [id, panel] of [["customer", "customer"], ["who", "review"], ["bot", "customer"]]) {
    find(id).addEventListener("change", ({ target }) => {
      sessionStorage.setItem(`assent-${id}`, target.value);
      page.bot = { id: find("bot").value, name: find("bot").selectedOptions[0].dataset.name };
      redraw(panel);
    });
  }
  find("language").addEventListener("change", ({ target }) => {
    location.search = `?locale=${encodeURIComponent(target.value)}`;
  });
  for (const tab of document.querySelectorAll(".tabs button")) {
    tab.addEventListener("click", () => openPanel(tab.dataset.panel));
  }
  for (const step of document.querySelectorAll("[data-advance], [data-advance-to]")) {
    step.addEventListener("click", async () => {
      const { advance: seconds, advanceTo: to } = step.dataset;
      const moved = await advance(to ? { advance_to: to, bot: page.bot.id } : { advance_seconds: Number(seconds) });
      if (moved) showClock(moved.clock);
    });
  }
}

listen();
resume();
