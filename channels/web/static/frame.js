// The page around the logs: who is chosen, the clock, what has just happened, and which panel a phone shows.

import { element, inert } from "./text.js";

const TOAST_TIME = 7000;
const CLOCK_SLACK = 30_000;

export const find = (id) => document.getElementById(id);
export const language = document.documentElement.lang;
export const locale = new URLSearchParams(location.search).get("locale") ?? navigator.language;
export const spelling = locale.startsWith(language) ? locale : language;

export function toast(text, alert) {
  if (!text) return;
  const shown = element("p", { class: "toast", "data-testid": "toast", "data-alert": alert, dir: "auto" }, inert(text));
  find(alert ? "assertive" : "polite").append(shown);
  setTimeout(() => shown.remove(), TOAST_TIME + text.length * 40);
}

export function link(state, words) {
  const shown = find("link");
  if (shown.dataset.state === state) return;
  shown.dataset.state = state;
  shown.textContent = words[`play-${state}`] ?? "";
}

export function fill(select, people) {
  const chosen = select.value || sessionStorage.getItem(`assent-${select.id}`);
  select.replaceChildren(...people.map(({ id, name, note }) =>
    element("option", { value: id, "data-name": name }, note ? `${name} (${note})` : name)));
  if (people.some(({ id }) => id === chosen)) select.value = chosen;
}

export function showLanguages(locales) {
  const nameOf = (tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  fill(find("language"), locales.map((tag) => ({ id: tag, name: nameOf(tag) })));
  find("language").value = language;
  find("language-pick").hidden = locales.length < 2;
}

export function showSuggestions(suggestions, words, say) {
  if (find("suggestions").children.length > 0) return;
  const chips = suggestions.map(({ text, note }) => {
    const told = words[text] ?? text;
    const small = note ? [" ", element("small", {}, words[note] ?? note)] : [];
    const chip = element("button", { type: "button", "data-testid": "suggestion" }, told, ...small);
    chip.addEventListener("click", () => say(told));
    return chip;
  });
  find("suggestions").append(...chips);
}

export function showClock({ now, movable }, words) {
  find("clock").hidden = !movable;
  const ahead = Date.parse(now) - Date.now();
  const shown = find("clock-now");
  shown.hidden = ahead < CLOCK_SLACK;
  const style = { weekday: "short", hour: "numeric", minute: "2-digit" };
  shown.textContent = `${words["play-clock"]} ${new Intl.DateTimeFormat(spelling, style).format(new Date(now))}`;
}

export function openPanel(panel) {
  document.body.dataset.panel = panel;
  for (const tab of document.querySelectorAll(".tabs button")) {
    tab.setAttribute("aria-current", String(tab.dataset.panel === panel));
  }
  document.querySelector(`.tabs [data-panel="${panel}"] .news`)?.remove();
}

export function mark(panel, words) {
  const tab = document.querySelector(`.tabs [data-panel="${panel}"]`);
  if (!tab.querySelector(".news")) tab.append(element("span", { class: "news" }, words["play-news"]));
}

/** Hear what people choose around the logs. */
export function listen({ choose, visit, moveClock }) {
  for (const id of ["customer", "who", "bot"]) {
    find(id).addEventListener("change", ({ target }) => {
      sessionStorage.setItem(`assent-${id}`, target.value);
      choose(id);
    });
  }
  find("language").addEventListener("change", ({ target }) => {
    location.search = `?locale=${encodeURIComponent(target.value)}`;
  });
  for (const tab of document.querySelectorAll(".tabs button")) {
    tab.addEventListener("click", () => visit(tab.dataset.panel));
  }
  for (const step of document.querySelectorAll("[data-advance], [data-advance-to]")) {
    const { advance: seconds, advanceTo: to } = step.dataset;
    step.addEventListener("click", () => moveClock(to ? { advance_to: to } : { advance_seconds: Number(seconds) }));
  }
  guardDrops();
}

/** Files that are dropped where nothing takes them must not replace the page. */
function guardDrops() {
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    });
  }
}
