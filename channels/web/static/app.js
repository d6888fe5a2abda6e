// The page: which item stands in which log, who reads and writes, and what happened meanwhile.

import { Composer, write } from "./compose.js";
import { draw } from "./draw.js";
import { edit } from "./edit.js";
import {
  fill, find, language, link, listen, locale, mark, openPanel, showClock, showLanguages, showSuggestions, spelling, toast,
} from "./frame.js";
import { follows, insert, keepEnd, refilled, toEnd } from "./logs.js";
import { Room } from "./room.js";
import { Unsent } from "./unsent.js";
import { hint, update } from "./update.js";
import { advance, fetchState, follow, newId, tap } from "./wire.js";

const logs = { customer: find("customer-log"), review: find("review-log"), mail: find("mail-log") };
const page = {
  words: {}, items: new Map(), drawn: new Map(), rooms: new Map(), version: 0, customers: [], bot: { id: "", name: "" },
};

// What came from the server

async function resume() {
  absorb(await fetchState(language));
  follow(page.version, {
    open: () => link("connected", page.words),
    item: receive,
    lost: async () => {
      link("reconnecting", page.words);
      await resume();
    },
  });
}

function absorb(state) {
  const anew = page.version === 0 || state.version < page.version;
  Object.assign(page, { words: state.words, customers: state.customers });
  showPeople(state);
  showSuggestions(state.suggestions, page.words, (text) => say({ side: "customer" }, { text }));
  showClock(state.clock, page.words);
  for (const composer of Object.values(composers)) composer.speak();
  if (anew) {
    page.items = new Map(state.items.map((item) => [item.id, item]));
    page.version = state.version;
    page.drawn.clear();
    page.rooms.clear();
    redraw("customer", "mail", "review");
  } else {
    state.items.filter((item) => item.version > page.version).forEach(receive);
  }
  unsent.adopt(state.items.flatMap(halfSent));
}

/** A message, or the new text of one, that the server has shown and may not have heard: it is sent again as it was. */
function halfSent({ id: item, place, body: { who, text, id, bot, heard, unheard_edit: edited, files, reply_to } }) {
  const message = { ...whereAt(place), who, text, locale };
  if (heard === false) return [{ ...message, id, bot, files, reply_to }];
  return edited ? [{ ...message, id: edited.id, bot: edited.bot, edits: item }] : [];
}

/** The part of the page where something is said at a place. */
function whereAt(place) {
  if (page.customers.some(({ id }) => place === `play:${id}`)) return { side: "customer" };
  return page.rooms.has(place) ? { side: "review", room: place } : { side: "review" };
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

function logOf(item) {
  return (item.kind !== "room" && page.rooms.get(item.place)?.log) || logs[panelOf(item)];
}

function redraw(...panels) {
  const rooms = panels.includes("review") ? [...page.rooms.values()].map(({ log }) => log) : [];
  refilled(panels.map((panel) => logs[panel]), rooms, () => {
    const items = inOrder(panels);
    for (const { id } of items) page.drawn.delete(id);
    items.forEach(place);
    showUnsent();
  });
}

/** Rooms come before what is said in them. */
function inOrder(panels) {
  const shown = [...page.items.values()].filter((item) => panels.includes(panelOf(item)));
  return shown.sort((one, other) => (other.kind === "room") - (one.kind === "room") || one.id - other.id);
}

function show(item) {
  const panel = panelOf(item);
  if (!panel) return;
  const followed = [...new Set([logOf(item), logs[panel]])].filter(follows);
  const before = page.drawn.get(item.id);
  place(item);
  if (item.kind === "said") showUnsent();
  if (!before) followed.forEach(toEnd);
  if (document.body.dataset.panel !== panel) mark(panel, page.words);
}

function place(item) {
  const panel = panelOf(item);
  if (!panel) return null;
  if (item.kind === "room") return placeRoom(item);
  if (item.kind === "gone") {
    page.drawn.get(item.id)?.remove();
    page.drawn.delete(item.id);
    return null;
  }
  const before = page.drawn.get(item.id);
  const fresh = draw(asEdited(item), viewOf(panel, item.place));
  const bubble = before?.querySelector(":scope > [data-part=text]");
  const changed = bubble && bubble.textContent !== fresh.querySelector(":scope > [data-part=text]")?.textContent;
  const drawn = before ? update(before, fresh) : insert(fresh, item.id, logOf(item));
  if (changed) hint(drawn);
  page.drawn.set(item.id, drawn);
  return drawn;
}

function placeRoom(item) {
  const known = page.rooms.get(item.place);
  const room = known ?? new Room(page.words, composing({ side: "review", room: item.place }));
  page.rooms.set(item.place, room);
  const closed = !room.isOpen;
  room.show(item.body);
  if (!page.drawn.has(item.id)) insert(room.element, item.id, logs.review);
  page.drawn.set(item.id, room.element);
  if (!known || closed !== !room.isOpen) fillRoom(item.place);
  return room.element;
}

/** Bring into a room what is said there: it may have come before the room did, and closing takes its controls away. */
function fillRoom(place) {
  const inside = [...page.items.values()].filter((item) => item.place === place && item.kind !== "room");
  for (const item of inside.sort((one, other) => one.id - other.id)) {
    const drawn = page.drawn.get(item.id);
    if (drawn && !page.rooms.get(place).log.contains(drawn)) {
      drawn.remove();
      page.drawn.delete(item.id);
    }
    redrawn(item.id);
  }
}

function redrawn(id) {
  const item = page.items.get(id);
  return item ? place(item) : null;
}

function asEdited(item) {
  const edited = unsent.hasEdits && unsent.editOf(item.id, known());
  if (!edited) return item;
  return { ...item, body: { ...item.body, text: edited.text }, unsent: edited.late ? "play-unsent" : "play-sending" };
}

function viewOf(panel, at) {
  const where = panel === "review" && page.rooms.has(at) ? { side: "review", room: at } : { side: panel };
  return {
    side: panel, words: page.words, locale: spelling, botName: page.bot.name, who: find("who").value,
    closed: page.rooms.get(at)?.isOpen === false,
    say: (text) => say(where, { text }), tap: press, type: typeCode, find: (id) => page.items.get(id), jump,
    reply: (item) => composerOf(where).replyTo(item, viewOf(panel, at)),
    edit: (item) => change(item, page.items.get(item.id).body.text),
  };
}

// What people do

const unsent = new Unsent({
  changed: () => showUnsent(),
  refused: (message, error) => {
    toast(error, true);
    const edited = page.items.get(message.edits);
    if (edited) return change(edited, message.text);
    composerOf(message).restore(message);
    const { room } = message;
    if (room) [...page.items.values()].filter(({ kind, place }) => kind === "room" && place === room).forEach(placeRoom);
    return undefined;
  },
});

const composers = Object.fromEntries([...document.querySelectorAll("form.say")].map((form) => {
  const where = { side: form.dataset.side };
  return [where.side, new Composer(form, { ...composing(where), around: form.closest(".panel") })];
}));

function composing(where) {
  return { words: () => page.words, locale: spelling, tell: (text) => toast(text, true), say: (said) => say(where, said) };
}

function composerOf({ side, room }) {
  return page.rooms.get(room)?.composer ?? composers[side];
}

/** Send something; false if there is nothing in it. */
function say({ side, room }, { text, files, reply_to }) {
  if (!text.trim() && !files?.length) {
    toast(page.words["play-error-empty"], true);
    return false;
  }
  const who = find(side === "customer" ? "customer" : "who").value;
  const filled = Object.entries({ room, files: files?.length ? files : undefined, reply_to });
  const more = Object.fromEntries(filled.filter(([, value]) => value !== undefined));
  unsent.add({ side, who, text, id: newId(), bot: page.bot.id, locale, ...more });
  toEnd(page.rooms.get(room)?.log ?? logs[side]);
  return true;
}

function change(item, text) {
  const shown = page.drawn.get(item.id);
  if (!shown) return;
  const { who, files } = item.body;
  edit(shown, text, {
    words: page.words,
    needed: !files?.length,
    empty: () => toast(page.words["play-error-empty"], true),
    save: (words) => unsent.add({ ...whereAt(item.place), who, text: words, id: newId(), edits: item.id, bot: page.bot.id, locale }),
    left: () => redrawn(item.id)?.querySelector("[data-icon=edit]")?.focus(),
  });
}

function known() {
  return new Set([...page.items.values()].flatMap(({ body }) => [body.id, body.edited]));
}

function showUnsent() {
  document.querySelectorAll("[data-unsent]").forEach((bubble) => bubble.remove());
  for (const message of unsent.awaited(known())) {
    if (message.edits) redrawn(message.edits);
    else if (message.side !== "customer" || message.who === find("customer").value) showOneUnsent(message);
  }
}

function showOneUnsent(message) {
  const note = message.late ? "play-unsent" : "play-sending";
  const people = [...find("who").options, ...find("customer").options];
  const name = people.find((option) => option.value === message.who)?.dataset.name ?? "";
  const at = message.room ?? (message.side === "customer" ? `play:${message.who}` : "play:review");
  const item = { kind: "said", place: at, body: { ...message, name }, unsent: note };
  const bubble = draw(item, viewOf(message.side, at));
  bubble.dataset.unsent = message.id;
  bubble.inert = true;
  (page.rooms.get(message.room)?.log ?? logs[message.side]).append(bubble);
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
  visit("customer");
  input.focus();
}

function jump(item) {
  const shown = page.drawn.get(item.id);
  if (!shown) return;
  shown.scrollIntoView({ block: "center" });
  hint(shown);
}

// The frame

function showPeople(state) {
  fill(find("customer"), state.customers);
  fill(find("who"), state.reviewers);
  fill(find("bot"), state.bots);
  find("bot-pick").hidden = state.bots.length < 2;
  page.bot = state.bots.find(({ id }) => id === find("bot").value) ?? state.bot;
  showLanguages(state.locales);
}

function visit(panel) {
  openPanel(panel);
  toEnd(logs[panel]);
}

function choose(what) {
  page.bot = { id: find("bot").value, name: find("bot").selectedOptions[0].dataset.name };
  if (what === "customer") composers.customer.replyTo(null);
  redraw(what === "who" ? "review" : "customer");
}

async function moveClock(how) {
  const moved = await advance({ ...how, bot: page.bot.id });
  if (moved) showClock(moved.clock, page.words);
}

Object.values(logs).forEach(keepEnd);
listen({ choose, visit, moveClock });
resume();
