import { put, remove } from "./api.js";
import { clockTime, h, plural, toast } from "./dom.js";

const SLIDERS = [
  ["share503", "Answered with 503", 100, "%"],
  ["lost", "Replies that get lost", 100, "%"],
  ["capacity", "Queues without capacity", 100, "%"],
  ["latency", "Later by", 5000, " ms"],
];
const ENDS = [["30s", "30 s"], ["5m", "5 min"], ["1h", "1 h"]];

/** The faults that the sliders stand for, as a scenario writes them. */
export function faultsOf(values) {
  const faults = [];
  const chance = percent => (percent >= 100 ? {} : { when: { chance: percent / 100 } });
  if (values.capacity) {
    faults.push({ on: "queue", ...chance(values.capacity),
      respond: { status: 503, body: { error: "The model is currently at capacity. Please try again later." } } });
  }
  if (values.share503) faults.push({ ...chance(values.share503), respond: { status: 503 } });
  if (values.lost) faults.push({ ...chance(values.lost), phase: "after", reset: {} });
  if (values.latency) faults.push({ delay: `${values.latency}ms` });
  return faults;
}

/** Breaks something for a while, in this world or in all. */
export function breaking(view) {
  const form = h("form", { class: "break" },
    h("p", { class: "quiet" }, view.faults.faults
      ? `${plural(view.faults.faults, "fault")} at work until ${clockTime(view.faults.until)}, real time.`
      : "Nothing is broken on purpose. Faults end by themselves, in real time."),
    SLIDERS.map(([name, label, most, unit]) => {
      const value = h("output", {}, `0${unit}`);
      return h("label", {}, h("span", {}, label), h("input", {
        type: "range", name, min: 0, max: most, step: most / 20, value: 0,
        oninput: event => { value.textContent = event.target.value + unit; },
      }), value);
    }),
    radios("ttl", "For", ENDS),
    radios("where", "In", [["world", "this world"], ["all", "all worlds"]]),
    h("div", { class: "group" },
      h("button", { class: "primary" }, "Break it"),
      h("button", { type: "button", onclick: () => act(view, form, path => remove(path)) }, "Mend it")));
  form.addEventListener("submit", event => {
    event.preventDefault();
    const given = Object.fromEntries(SLIDERS.map(([name]) => [name, Number(form.elements[name].value)]));
    const faults = faultsOf(given);
    if (!faults.length) toast("Move a slider first.");
    else act(view, form, path => put(path, { faults, ttl: form.elements.ttl.value }));
  });
  return form;
}

async function act(view, form, task) {
  try {
    await task(form.elements.where.value === "all" ? "/faults" : `/worlds/${view.id}/faults`);
    await view.reload();
  } catch (refused) {
    toast(refused.message);
  }
}

function radios(name, legend, choices) {
  return h("fieldset", {}, h("legend", {}, legend), choices.map(([value, label], index) =>
    h("label", {}, h("input", { type: "radio", name, value, checked: index === 0 }), label)));
}
