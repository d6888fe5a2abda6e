// Logs: where an item stands, in its order, and what is in sight when more comes.

const NEAR_THE_END = 120;
const QUIET = 500;

export function insert(fresh, id, log) {
  fresh.dataset.id = id;
  const earlier = [...log.children].reverse().find((child) => Number(child.dataset.id) < id);
  if (earlier) earlier.after(fresh);
  else log.prepend(fresh);
  return fresh;
}

export function follows(log) {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
}

/** Scroll to the newest; a message or card that is taller than its log is shown from its beginning. */
export function toEnd(log) {
  const last = log.lastElementChild;
  const tall = last?.offsetHeight > log.clientHeight && !last.matches(".room");
  log.scrollTop = tall ? last.offsetTop - 12 : log.scrollHeight;
}

/** Keep the newest in sight when there is less room for a log, and begin there when it is unfolded. */
export function keepEnd(log) {
  let before = log.clientHeight;
  new ResizeObserver(() => {
    const now = log.clientHeight;
    if (before === 0) toEnd(log);
    else if (now < before && log.scrollHeight - log.scrollTop - before < NEAR_THE_END) log.scrollTop += before - now;
    before = now;
  }).observe(log);
}

/** Fill logs anew without having all of it read out. */
export function refilled(logs, rooms, fill) {
  for (const log of logs) log.setAttribute("aria-live", "off");
  for (const log of [...logs, ...rooms]) log.replaceChildren();
  fill();
  for (const log of [...logs, ...rooms]) toEnd(log);
  setTimeout(() => logs.forEach((log) => log.setAttribute("aria-live", "polite")), QUIET);
}
