// Draws one item of the board: a message, a mail, or a card.

import { buttonRow } from "./buttons.js";
import { message } from "./message.js";
import { element, inert, prose, time } from "./text.js";

/** What `view` carries: words, locale, the bot's name, who reads, and what people can do with an item. */
export function draw(item, view) {
  if (item.kind === "card") return card(item, view);
  if (item.kind === "mail") return mail(item, view);
  return message(item, view);
}

function mail(item, view) {
  const { address, subject, text } = item.body;
  const shown = element("article", { class: "letter" },
    element("p", { class: "about" }, `${view.words["play-mail-to"]} `, element("bdi", {}, inert(address)), " ",
      time(item.at, view.locale)),
    element("h3", { dir: "auto" }, inert(subject)), prose(text, view.words["play-show-all"]));
  const code = /(?<![\d.,])\d{6}(?![\d.,]\d|\d)/.exec(String(text).slice(0, 10000));
  if (code) {
    const button = element("button", { type: "button", class: "code", "data-testid": "mail-code" },
      `${view.words["play-mail-code"]} `, element("strong", {}, code[0]));
    button.addEventListener("click", () => view.type(code[0]));
    shown.append(button);
  }
  return shown;
}

function card(item, view) {
  const { body } = item;
  const id = `card-${item.id}`;
  return element("article", {
    class: "card", "data-testid": "card", "data-handoff": body.handoff, "data-state": body.state,
    "aria-labelledby": `${id}-title ${id}-status`, "aria-describedby": `${id}-reason`,
  },
  element("p", { class: "status", id: `${id}-status`, "data-part": "status", tabindex: "-1", dir: "auto" },
    inert(body.status)),
  element("h3", { id: `${id}-title`, "data-part": "title" }, element("bdi", {}, inert(body.title)), " ",
    element("span", { class: "short" }, inert(body.short_id))),
  element("div", { class: "reason", id: `${id}-reason`, "data-part": "reason" },
    element("p", { class: "label" }, inert(body.reason_label)),
    prose(body.reason, view.words["play-show-all"])),
  element("dl", { class: "origin", "data-part": "origin" },
    fact({ label: body.bot_label, value: body.bot }), fact({ label: body.opened_label, value: body.opened })),
  ...facts(body), ...calls(body, view), ...transcript(body, view),
  ...rarer(item, view), ...decisions(item, view));
}

function facts(body) {
  if (!body.facts?.length) return [];
  return [element("section", { class: "facts", "data-part": "facts" },
    element("h4", {}, inert(body.facts_label)), element("dl", {}, ...body.facts.map(fact)))];
}

function fact(row) {
  const value = element("dd", { dir: "auto" }, inert(row.value));
  if (row.note) value.append(" ", element("span", { class: "note" }, inert(row.note)));
  return element("div", {}, element("dt", {}, inert(row.label)), value);
}

function calls(body, view) {
  if (!body.calls?.length && !body.calls_note) return [];
  const parts = (body.calls ?? []).map((call) => element("div", { class: "call" },
    element("p", { class: "tool" }, inert(call.tool)),
    element("dl", {}, ...call.arguments.map(fact)),
    element("details", { class: "raw" }, element("summary", {}, view.words["play-raw-call"]),
      element("pre", { tabindex: "0", dir: "ltr" }, inert(call.raw)))));
  const note = body.calls_note ? [element("p", { class: "hint" }, inert(body.calls_note))] : [];
  return [element("section", { class: "calls", "data-part": "calls" },
    element("h4", {}, inert(body.calls_label)), ...parts, ...note)];
}

function transcript(body, view) {
  if (!body.transcript?.length) return [];
  const lines = body.transcript.map((line) => element("li", { "data-side": line.side, "data-late": line.late },
    element("p", { class: "about" }, element("bdi", {}, inert(line.who)), " ",
      element("bdi", {}, inert(line.at)), line.late ? element("span", { class: "note" }, view.words["play-late"]) : ""),
    prose(line.text, view.words["play-show-all"])));
  return [element("details", { class: "transcript", "data-part": "transcript" },
    element("summary", {}, inert(body.transcript_label), ` (${lines.length})`), element("ol", {}, ...lines))];
}

/** What a card offers besides deciding. What this page shows anyway, or has no other place for, needs no button. */
const ELSEWHERE = ["more", "less", "talk", "open"];

function rarer(item, view) {
  const offered = (item.body.more ?? []).filter(({ token }) => !ELSEWHERE.includes(token.split(":").at(-1)));
  if (!offered.length) return [];
  const label = item.body.more[0].label;
  return [element("details", { class: "more-actions", "data-part": "more" }, element("summary", {}, inert(label)),
    buttonRow(offered, (button, pressed) => view.tap(item, button.token, pressed)))];
}

function decisions(item, view) {
  if (!item.body.buttons?.length) return [];
  const row = buttonRow(item.body.buttons, (button, pressed) => view.tap(item, button.token, pressed));
  row.dataset.part = "decisions";
  for (const button of row.children) button.setAttribute("aria-describedby", `card-${item.id}-reason`);
  return [row];
}
