// Buttons: those that a card or a text brings along, and the small ones of the page itself.

import { element, inert } from "./text.js";

const TEST_IDS = { positive: "approve", negative: "reject", neutral: "other" };

export function buttonRow(buttons, press) {
  const row = element("div", { class: "buttons" });
  for (const each of buttons) {
    const button = element("button",
      { type: "button", "data-style": each.style, "data-testid": TEST_IDS[each.style], "data-token": each.token },
      inert(each.label));
    button.addEventListener("click", () => press(each, button));
    row.append(button);
  }
  return row;
}

/** A small button that shows a picture and is called by its label. */
export function iconButton(icon, label, press, attributes = {}) {
  const button = element("button", { type: "button", class: "icon", "data-icon": icon, "aria-label": label, title: label, ...attributes });
  button.addEventListener("click", press);
  return button;
}
