import { get } from "./api.js";
import { clockTime, copy, h } from "./dom.js";
import { curl, download, junit, scenario } from "./exports.js";

const ROW = 30;
const SPARE = 8;
const PAGE = 500;

const tone = status => (status === 0 ? "lost" : status >= 500 ? "bad" : status >= 400 ? "warn" : "good");

/** Journal of a world: as many rows as fit, whatever its length, newest first, read page by page. */
export class Journal {
  constructor(view) {
    this.view = view;
    this.entries = [];
    this.more = false;
    this.selected = null;
    this.filter = "";
    this.rows = h("div", { class: "rows" });
    this.list = h("div", {
      class: "list", role: "listbox", tabindex: "0", "aria-label": "Requests, newest first", onscroll: () => this.show(),
    }, this.rows);
    this.details = h("div", { class: "details", "aria-live": "polite" });
    this.input = h("input", {
      type: "search", placeholder: "Filter  /  such as queue, 400, a model", "aria-label": "Filter requests",
      oninput: event => { this.filter = event.target.value.trim().toLowerCase(); this.refit(); },
    });
    this.har = h("a", { class: "button", download: true }, "HAR of all");
    this.element = h("div", { class: "journal" },
      h("div", { class: "tools" }, this.input, this.har),
      h("div", { class: "split" }, this.list, this.details));
    new ResizeObserver(() => this.show()).observe(this.list);
  }

  async load() {
    this.har.setAttribute("href", `/__sim/worlds/${this.view.id}/requests.har`);
    const page = await get(`/worlds/${this.view.id}/requests?limit=${PAGE}`);
    this.entries = page.requests.reverse().map(timed);
    this.more = page.more;
    this.refit();
  }

  async older() {
    if (!this.more || this.reading) return;
    this.reading = true;
    const last = this.entries.at(-1);
    const page = await get(`/worlds/${this.view.id}/requests?limit=${PAGE}&before=${last.n}`);
    this.entries = this.entries.concat(page.requests.reverse().map(timed));
    this.more = page.more;
    this.reading = false;
    this.refit();
  }

  /** Requests that have just been seen, oldest first. */
  add(requests) {
    const known = this.entries[0]?.n ?? 0;
    const fresh = requests.filter(entry => entry.n > known).map(timed).reverse();
    if (!fresh.length) return;
    this.entries = fresh.concat(this.entries);
    if (this.list.scrollTop > 0) this.list.scrollTop += fresh.length * ROW;
    this.refit();
  }

  refit() {
    const words = entry => `${entry.method} ${entry.path} ${entry.endpoint} ${entry.status} ${entry.by} ${entry.ray} ${entry.why.join(" ")}`;
    this.fitting = this.filter ? this.entries.filter(entry => words(entry).toLowerCase().includes(this.filter)) : this.entries;
    this.rows.style.height = `${(this.fitting.length + (this.more ? PAGE / 10 : 0)) * ROW}px`;
    this.show();
  }

  show() {
    if (!this.fitting) return;
    const first = Math.max(0, Math.floor(this.list.scrollTop / ROW) - SPARE);
    const last = Math.min(this.fitting.length, Math.ceil((this.list.scrollTop + this.list.clientHeight) / ROW) + SPARE);
    this.rows.replaceChildren(...this.fitting.slice(first, last).map((entry, index) => this.row(entry, first + index)));
    if (!this.fitting.length) {
      this.rows.replaceChildren(h("p", { class: "empty" }, this.entries.length
        ? "No request fits the filter."
        : "Nothing has been asked yet. Point a client at this server with this world's key, and it appears here."));
    }
    if (this.more && last >= this.fitting.length - 50) this.older();
  }

  row(entry, index) {
    const row = h("div", {
      class: `row ${tone(entry.status)}`, role: "option", id: `request-${entry.n}`,
      "aria-selected": String(entry.n === this.selected), onclick: () => this.view.open(entry.n),
    },
    h("span", { class: "n" }, `#${entry.n}`),
    h("span", { class: "at" }, clockTime(entry.at)),
    h("span", { class: "status" }, entry.status || "lost"),
    h("span", { class: "what" }, `${entry.method} ${entry.path.replace("/api/v1", "")}`),
    h("span", { class: "took" }, entry.micros < 1000 ? `${entry.micros} µs` : `${(entry.micros / 1000).toFixed(1)} ms`));
    row.style.transform = `translateY(${index * ROW}px)`;
    return row;
  }

  /** The entry so many rows further, for the keys. */
  step(by) {
    const at = this.fitting.findIndex(entry => entry.n === this.selected);
    const entry = this.fitting[Math.max(0, Math.min(this.fitting.length - 1, at + by))];
    if (entry) this.view.open(entry.n);
  }

  async select(n) {
    this.selected = n;
    const index = this.fitting?.findIndex(entry => entry.n === n) ?? -1;
    if (index >= 0) {
      const top = index * ROW;
      if (top < this.list.scrollTop) this.list.scrollTop = top;
      if (top + ROW > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = top + ROW - this.list.clientHeight;
    }
    this.show();
    if (!n) {
      this.details.replaceChildren(h("p", { class: "empty" }, "Choose a request, or press j, to see why it was answered as it was."));
      return;
    }
    try {
      const entry = await get(`/worlds/${this.view.id}/requests/${n}`);
      if (this.selected === n) this.details.replaceChildren(...this.about(entry));
    } catch (refused) {
      this.details.replaceChildren(h("p", { class: "empty" }, refused.message));
    }
  }

  about(entry) {
    const act = (label, task) => h("button", { type: "button", onclick: task }, label);
    return [
      h("header", {},
        h("h3", {}, h("span", { class: `pill ${tone(entry.status)}` }, entry.status || "lost"), ` ${entry.method} ${entry.path}`),
        h("p", { class: "quiet" }, `${clockTime(entry.at, true)} · ${entry.by} · ${entry.ray || "no CF-RAY"}`),
        h("div", { class: "group" },
          act("curl", () => copy(curl(entry), "it as curl")),
          act("JUnit", () => copy(junit(entry, this.view.world), "a JUnit test")),
          entry.endpoint === "unknown" ? null : act("Scenario", () => copy(scenario(entry), "a scenario")),
          act("JSON", () => download(`request-${entry.n}.json`, JSON.stringify(entry, null, 2), "application/json")))),
      h("h4", {}, "Why"),
      h("ol", { class: "why" }, entry.why.map(reason => h("li", {}, sourced(reason)))),
      h("h4", {}, "Request"), headers(entry.request), body(entry.request.body),
      h("h4", {}, "Reply"), headers(entry.reply), body(entry.reply.body),
    ];
  }
}

/** A reason, with the page that it cites set apart. */
function sourced(reason) {
  const cited = reason.match(/^(.*?)\s*\((docs\/[^)]*)\)(.*)$/s);
  return cited ? [cited[1], h("cite", {}, cited[2]), cited[3]] : [reason];
}

function headers(message) {
  const pairs = Object.entries(message.headers);
  return h("details", {}, h("summary", {}, `${pairs.length} headers`),
    h("dl", { class: "headers" }, pairs.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])));
}

function body(content) {
  if (content === null || content === undefined || content === "") return h("p", { class: "quiet" }, "no body");
  return h("pre", { tabindex: "0" }, typeof content === "string" ? content : JSON.stringify(content, null, 2));
}

const timed = entry => ({ ...entry, time: Date.parse(entry.at) });
