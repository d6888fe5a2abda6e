// The script of the dashboard. Every page works without it: it keeps pages true while they are open, and listens to keys.
"use strict";

// --- what is live ------------------------------------------------------------------------------------------------
// An element with `data-live` and an id is fetched anew when something has changed, unless somebody is busy in it.

let state = null;
let fetching = false;
let again = false;

function isBusy(part) {
  const active = document.activeElement;
  const typed = part.contains(active) && active.matches("input:not([type=checkbox]), textarea, select");
  return typed || [...part.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue)
    || [...part.querySelectorAll("input[type=file]")].some((field) => field.files.length > 0)
    || part.querySelector("details[data-form][open]") !== null;
}

function kept(part) {
  const open = [...part.querySelectorAll("details[id][open]")].map((each) => each.id);
  const checked = [...part.querySelectorAll("input[type=checkbox]:checked")].map((each) => each.value);
  const active = part.contains(document.activeElement) ? document.activeElement.id : "";
  return (fresh) => {
    for (const id of open) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    for (const box of fresh.querySelectorAll("input[type=checkbox]")) if (checked.includes(box.value)) box.checked = true;
    if (active) document.getElementById(active)?.focus({ preventScroll: true });
  };
}

async function refresh() {
  if (fetching) { again = true; return; }
  fetching = true;
  try {
    // A page that answers a form has no address of its own to be fetched from.
    const here = document.querySelector("[data-here]")?.dataset.here ?? location.href;
    const answer = await fetch(here, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live][id]")) {
      const fresh = page.getElementById(part.id);
      if (!fresh || isBusy(part) || fresh.outerHTML === part.dataset.seen) continue;
      const seen = fresh.outerHTML;
      const restore = kept(part);
      part.replaceWith(fresh);
      fresh.dataset.seen = seen;
      restore(fresh);
      document.dispatchEvent(new CustomEvent("fresh", { detail: fresh }));
    }
  } catch {
    // The stream tells when the server is there again.
  } finally {
    fetching = false;
    if (again) { again = false; refresh(); }
  }
}

function follow() {
  const offline = document.getElementById("offline");
  const stream = new EventSource("/live");
  stream.addEventListener("open", () => { offline.hidden = true; });
  stream.addEventListener("error", () => { offline.hidden = false; });
  stream.addEventListener("tide", (event) => {
    document.documentElement.dataset.live = "yes";
    if (state !== null && state !== event.data) refresh();
    state = event.data;
  });
}

// --- keys --------------------------------------------------------------------------------------------------------
// `data-item` marks what j and k go through; `data-key="a"` what a key presses, in the item that is chosen or the page.

function items() { return [...document.querySelectorAll("[data-item]")]; }

function chosen() { return document.activeElement?.closest("[data-item]") ?? null; }

function move(step) {
  const all = items();
  if (all.length === 0) return;
  const at = all.indexOf(chosen());
  const next = all[Math.min(all.length - 1, Math.max(0, at === -1 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  (next.querySelector("a") ?? next).focus();
  next.scrollIntoView({ block: "nearest" });
}

function opened(details) {
  details.open = true;
  (details.querySelector("textarea") ?? details.querySelector("input:not([type=hidden]), select, button"))?.focus();
}

function press(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const outside = [...document.querySelectorAll(named)].find((each) => !each.closest("[data-item]"));
  const target = chosen()?.querySelector(named) ?? outside;
  if (!target) return false;
  if (target.tagName === "DETAILS") opened(target);
  else if (target.matches("input[type=search], input[type=text]")) target.focus();
  else if (target.matches("button")) { target.focus(); target.scrollIntoView({ block: "nearest" }); }
  else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
  let done = true;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") document.getElementById("keys")?.showModal();
  else if (/^[a-z/]$/.test(event.key)) done = press(event.key);
  else done = false;
  if (done) event.preventDefault();
});

// --- one request -------------------------------------------------------------------------------------------------
// An address that ends with the name of a form opens it; how long something can still be undone is counted down.

function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches("details")) opened(named);
  else if (named?.matches("button")) named.focus();
}
window.addEventListener("hashchange", openNamed);
openNamed();

setInterval(() => {
  for (const left of document.querySelectorAll("[data-seconds]")) {
    const seconds = Math.max(0, Number(left.dataset.seconds) - 1);
    left.textContent = left.textContent.replace(left.dataset.seconds, String(seconds));
    left.dataset.seconds = String(seconds);
  }
}, 1000);

// --- small things ------------------------------------------------------------------------------------------------

document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-all]");
  if (!all) return;
  for (const box of document.querySelectorAll(`input[name="${CSS.escape(all.dataset.all)}"]`)) box.checked = all.checked;
});

document.addEventListener("submit", (event) => {
  // A second click sends nothing twice; the button is there again when the page is.
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post") form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

if (document.querySelector("[data-live]")) follow();

// --- a file that is dropped --------------------------------------------------------------------------------------

for (const form of document.querySelectorAll("form[data-drop]")) {
  const over = (is) => (event) => { event.preventDefault(); form.classList.toggle("over", is); };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", (event) => {
    over(false)(event);
    const input = form.querySelector("input[type=file]");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}
// --- what goes on by itself --------------------------------------------------------------------------------------
// A page that holds `data-again` is fetched once a second: what it shows moves without anything being put on record.

setInterval(() => { if (document.querySelector("[data-live] [data-again]")) refresh(); }, 1000);
