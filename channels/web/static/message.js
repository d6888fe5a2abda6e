// Draws one message: what it replies to, its text, its files, and what can be done with it.

import { buttonRow, iconButton } from "./buttons.js";
import { attachments } from "./files.js";
import { element, inert, prose, time } from "./text.js";

const MOST_QUOTED = 140;
/** A button that belongs to a card is pressed as such, wherever it stands. */
const OF_A_CARD = /^h\d+:/;

export function message(item, view) {
  const { body } = item;
  const own = isOwn(item, view);
  const side = own ? "own" : (item.kind === "said" ? "other" : "bot");
  const { length } = body.files ?? [];
  return element("article", { class: "message", "data-side": side, "data-kind": item.kind },
    about(item, view, own), ...quote(item, view),
    ...(body.text || !length ? [prose(body.text, view.words["play-show-all"],
      { class: "bubble", "data-part": "text", tabindex: "-1" })] : []),
    ...(length ? [attachments(body.files, view)] : []), ...choices(item, view));
}

function isOwn(item, view) {
  return item.kind === "said" && (view.side === "customer" || item.body.who === view.who);
}

function author(item, view) {
  return item.kind === "said" ? item.body.name : view.botName;
}

function about(item, view, own) {
  const { body } = item;
  const line = element("p", { class: "about", "data-part": "about" }, inert(author(item, view)), " ",
    time(item.at, view.locale));
  const note = item.unsent ?? (body.heard === false || body.unheard_edit ? "play-sending" : null);
  if (note) line.append(" ", element("span", { class: "unsent" }, view.words[note]));
  else if (body.edited) line.append(" ", element("span", { class: "edited" }, view.words["play-edited"]));
  if (item.id && !view.closed) line[own ? "prepend" : "append"](controls(item, view, own && !note));
  return line;
}

function controls(item, view, editable) {
  const buttons = [iconButton("reply", view.words["play-reply"], () => view.reply(item))];
  if (editable) buttons.push(iconButton("edit", view.words["play-edit"], () => view.edit(item)));
  return element("span", { class: "controls" }, ...buttons);
}

function quote(item, view) {
  const to = view.find(Number(item.body.reply_to));
  if (!to || to.place !== item.place) return [];
  const shown = element("button", { type: "button", class: "quote", "data-part": "quote", dir: "auto" },
    element("span", { class: "unseen" }, `${view.words["play-replying"]} `), ...excerpt(to, view));
  shown.addEventListener("click", () => view.jump(to));
  return [shown];
}

/** Whose message it was and how it begins, on one line. */
export function excerpt(item, view) {
  const { text, title, files } = item.body;
  const words = (text || title || files?.map(({ name }) => name).join(", ") || "").slice(0, MOST_QUOTED);
  return [element("b", {}, inert(author(item, view))), " ", element("span", {}, inert(words.replace(/\s+/g, " ")))];
}

function choices({ body, ...item }, view) {
  if (!body.buttons?.length) return [];
  const row = buttonRow(body.buttons, ({ token }, pressed) =>
    (OF_A_CARD.test(token) ? view.tap(item, token, pressed) : view.say(token)));
  row.dataset.part = "buttons";
  return [row];
}
