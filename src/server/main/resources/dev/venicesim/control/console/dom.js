/** Makes an element; text becomes text nodes, so nothing a client sent is ever read as markup. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

export const byId = id => document.getElementById(id);

const dollars = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6 });

export const usd = amount => (amount === null || amount === undefined ? "–" : dollars.format(amount).replace("-", "−"));

const pad = (number, digits = 2) => String(number).padStart(digits, "0");

export function clockTime(instant, withMillis = false) {
  const at = new Date(instant);
  const time = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
  return withMillis ? `${time}.${pad(at.getUTCMilliseconds(), 3)}` : time;
}

export const date = instant => new Date(instant).toISOString().slice(0, 10);

/** A span of time in the unit a person would choose. */
export function span(millis) {
  const seconds = Math.abs(millis) / 1000;
  if (seconds < 1) return `${Math.round(millis)} ms`;
  if (seconds < 90) return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129600) return `${Number((seconds / 3600).toFixed(1))} h`;
  return `${Number((seconds / 86400).toFixed(1))} d`;
}

export const plural = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;

let hiding = 0;

export function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { box.hidden = true; }, 6000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`Copied ${what}.`);
  } catch {
    show(what, h("pre", { tabindex: "0" }, text));
  }
}

/** Shows something in the page's one dialog. */
export function show(title, ...content) {
  const dialog = byId("dialog");
  const close = h("button", { type: "button", "aria-label": "Close", class: "close", onclick: () => dialog.close() }, "×");
  dialog.replaceChildren(h("header", {}, h("h2", { id: "dialog-title" }, title), close), ...content);
  if (!dialog.open) dialog.showModal();
  return dialog;
}

/** Runs something at most once in so many milliseconds, and once more after the last call. */
export function calmly(millis, task) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; task(); }, millis);
  };
}
