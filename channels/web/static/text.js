// Shows what people and bots wrote, inert: as text nodes, never as markup, with every invisible character made visible.

const SHOWN_AT_FIRST = 2000;
const MOST_CHIPS = 2000;

// Controls, format characters (bidi overrides among them), half surrogates, line and paragraph separators.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
// Joiners that spell: inside an emoji, and between letters of scripts that need them.
const JOINED_SCRIPTS = ["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam",
  "Mongolian", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu"].map((name) => `\\p{Script=${name}}`).join("");
const SPELLING = new RegExp(
  `(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})` +
  `|(?<=[${JOINED_SCRIPTS}\\p{M}])[\\u200C\\u200D](?=[${JOINED_SCRIPTS}])`, "u");
const PIECES = new RegExp(`(?<spelling>${SPELLING.source})|(?<hidden>(?![\\n\\t])${HIDDEN.source})\\k<hidden>*`, "gu");

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** The text as nodes; hidden characters become small chips such as \u{202E}, repeated ones a single chip. */
export function inert(text) {
  const nodes = document.createDocumentFragment();
  const plain = String(text ?? "").replace(/\r\n?/g, "\n");
  let from = 0;
  let chips = 0;
  for (const found of plain.matchAll(PIECES)) {
    if (found.groups.spelling !== undefined) continue;
    nodes.append(plain.slice(from, found.index));
    from = found.index + found[0].length;
    if (++chips > MOST_CHIPS) {
      nodes.append(spelledOut(plain.slice(found.index)));
      return nodes;
    }
    nodes.append(chip(found.groups.hidden, found[0].length / found.groups.hidden.length));
  }
  nodes.append(plain.slice(from));
  return nodes;
}

function chip(character, count) {
  const name = spelled(character);
  return element("span", { class: "chip", dir: "ltr" }, count > 1 ? `${name}×${count}` : name);
}

function spelledOut(text) {
  return text.replace(PIECES, (run, _spelling, hidden) => (hidden === undefined ? run : spelled(hidden)));
}

function spelled(character) {
  return `\\u{${character.codePointAt(0).toString(16).toUpperCase()}}`;
}

/** A paragraph of somebody's text; a huge one shows its beginning, and a button shows the rest. */
export function prose(text, label, attributes = {}) {
  const whole = String(text ?? "");
  const box = element("div", { dir: "auto", ...attributes, class: `prose ${attributes.class ?? ""}`.trim() });
  if (whole.length <= SHOWN_AT_FIRST * 1.5) {
    box.append(inert(whole));
    return box;
  }
  const more = element("button", { type: "button", class: "more" }, `${label} (${whole.length.toLocaleString()})`);
  more.addEventListener("click", () => {
    box.replaceChildren(inert(whole));
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
  });
  const cut = /[\uD800-\uDBFF]/.test(whole[SHOWN_AT_FIRST - 1]) ? SHOWN_AT_FIRST - 1 : SHOWN_AT_FIRST;
  box.append(inert(whole.slice(0, cut)), "… ", more);
  return box;
}

/** The time of day, with the date when it is not today. */
export function time(iso, locale) {
  const at = iso ? new Date(iso) : null;
  if (!at || Number.isNaN(at.getTime())) return "";
  const today = at.toDateString() === new Date().toDateString();
  const style = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return element("time", { datetime: iso }, new Intl.DateTimeFormat(locale, style).format(at));
}
