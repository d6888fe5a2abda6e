// Changes a message in its place: Enter saves, Escape leaves it as it was.

import { grow, listenToTyping } from "./compose.js";
import { element } from "./text.js";

/** Open a drawn message for editing, at `text`; `save` gets the new text, `empty` hears that there is none, `left` that it is over. */
export function edit(shown, text, { words, needed, empty, save, left }) {
  if (shown.dataset.editing !== undefined) return;
  const input = element("textarea", { "data-testid": "edit-input", rows: "1", dir: "auto", "aria-label": words["play-edit-input"] });
  input.value = text;
  const leave = () => {
    delete shown.dataset.editing;
    box.remove();
    left();
  };
  const done = () => {
    const { value } = input;
    if (needed && !value.trim()) return empty();
    if (value !== text) save(value.trim() ? value : "");
    return leave();
  };
  const box = element("div", { class: "edit" }, input, element("div", { class: "edit-ends" },
    button("save", words["play-edit-save"], done), button("leave", words["play-edit-leave"], leave)));
  shown.dataset.editing = "";
  (shown.querySelector(":scope > .bubble") ?? shown.firstElementChild).after(box);
  listenToTyping(input, done, leave);
  grow(input);
  input.focus();
}

function button(name, label, press) {
  const made = element("button", { type: "button", "data-testid": `edit-${name}` }, label);
  made.addEventListener("click", press);
  return made;
}
