// Brings what is drawn to a newer drawing, part by part: what did not change keeps its focus and is not read again.

export function update(old, fresh) {
  if (old.matches(".letter") || old.dataset.editing !== undefined) return old;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  const parts = new Map([...old.children].map((part) => [part.dataset.part, part]));
  let last = null;
  for (const part of [...fresh.children]) {
    last = placed(parts.get(part.dataset.part), part, last, old);
    parts.delete(part.dataset.part);
  }
  for (const gone of parts.values()) gone.remove();
  if (focused && !old.contains(document.activeElement)) refocus(old, focused);
  return old;
}

/** Give the focus to what stands for the element that had it. */
function refocus(old, focused) {
  const { token, icon } = focused.dataset;
  const same = [...old.querySelectorAll("button")].find((button) =>
    (token && button.dataset.token === token) || (icon && button.dataset.icon === icon));
  (old.querySelector(".status") ?? same ?? old.querySelector(".bubble"))?.focus({ preventScroll: true });
}

/** Show calmly that something has changed, or is meant. */
export function hint(shown) {
  delete shown.dataset.hinted;
  shown.getBoundingClientRect(); // Without it the browser sees no change, and a second hint would not begin.
  shown.dataset.hinted = "";
}

function placed(was, part, last, parent) {
  if (was) {
    const folds = unfoldable(was);
    unfoldable(part).forEach((fold, index) => { fold.open = folds[index]?.open ?? false; });
    if (was.isEqualNode(part)) return was;
    was.replaceWith(part);
  } else if (last) {
    last.after(part);
  } else {
    parent.prepend(part);
  }
  return part;
}

function unfoldable(part) {
  return part.matches("details") ? [part] : [...part.querySelectorAll("details")];
}
