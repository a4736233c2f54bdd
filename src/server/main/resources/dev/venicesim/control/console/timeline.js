import { get, patch } from "./api.js";
import { clockTime, date, h, plural, span, svg, toast, usd } from "./dom.js";

const LANES = 12;
const LANE = 20;
const TOP = 44;
const MARKS = 22;
const MONEY = 64;
const EDGE = 12;
const SNAP = 8;
const STEPS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800]
  .map(seconds => seconds * 1000);
const ZOOMS = [["fit", 0], ["1 min", 6e4], ["10 min", 6e5], ["1 h", 36e5], ["1 d", 864e5]];

/** What would happen, in words. */
export function inWords(due) {
  const parts = [];
  if (due.jobsEnd) parts.push(plural(due.jobsEnd, "job ends", "jobs end"));
  if (due.jobsExpire) parts.push(plural(due.jobsExpire, "job expires", "jobs expire"));
  if (due.linksExpire) parts.push(plural(due.linksExpire, "link expires", "links expire"));
  if (due.backUsd) parts.push(`${usd(due.backUsd)} USD ${due.backUsd > 0 ? "comes back" : "is taken"}`);
  return parts.length ? parts.join(", ") : "nothing falls due";
}

/** The world's time as an axis that all else shares; its now can be dragged, which moves the clock. */
export class Timeline {
  constructor(view) {
    this.view = view;
    this.zoom = 0;
    this.ghost = null;
    this.dues = [];
    this.next = null;
    this.chart = svg("svg", { class: "timeline", role: "group", "aria-label": "Timeline of the world" });
    this.words = h("p", { class: "ghost-words", role: "status", "aria-live": "polite" });
    this.element = h("section", { class: "card time", "aria-label": "Time" }, this.controls(), this.chart, this.words);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  controls() {
    const act = (label, change, hint) =>
      h("button", { type: "button", title: hint, onclick: () => this.move(change()) }, label);
    this.time = h("span", { class: "now-time" });
    this.freeze = act("Freeze", () => ({ frozen: !this.view.clock.frozen }), "Stops the clock, or lets it run");
    this.step = act("Next", () => ({ next: true }), "To the next thing due");
    const zooms = ZOOMS.map(([label, millis]) => h("button", {
      type: "button",
      "aria-pressed": String(millis === this.zoom),
      onclick: event => {
        this.zoom = millis;
        zooms.forEach(button => button.setAttribute("aria-pressed", String(button === event.currentTarget)));
        this.draw();
      },
    }, label));
    return h("div", { class: "controls" },
      this.time,
      h("div", { class: "group", role: "group", "aria-label": "Clock" },
        this.freeze,
        act("1×", () => ({ scale: 1, frozen: false }), "As fast as real time"),
        act("60×", () => ({ scale: 60, frozen: false }), "A minute each second"),
        this.step),
      h("div", { class: "group zoom", role: "group", "aria-label": "Zoom" }, zooms));
  }

  async move(change) {
    try {
      const before = this.view.clock.now();
      const clock = await patch(`/worlds/${this.view.id}/clock`, change);
      this.view.clock.set(clock);
      this.draw();
      await this.view.reload();
      return Date.parse(clock.now) - before;
    } catch (refused) {
      toast(refused.message);
      return 0;
    }
  }

  /** What lies ahead, to snap to; asked anew whenever something happened. */
  async look() {
    const ahead = await get(`/worlds/${this.view.id}/due`);
    this.next = ahead.next ? Date.parse(ahead.next) : null;
    const end = new Date(Math.max(this.range().to, this.next || 0) + 1).toISOString();
    this.dues = (await get(`/worlds/${this.view.id}/due?until=${encodeURIComponent(end)}`)).due;
    this.draw();
  }

  range() {
    const now = this.view.clock.now();
    if (this.zoom) return { from: now - this.zoom * 0.6, to: now + this.zoom * 0.4 };
    const jobs = this.view.jobs.slice(0, 40);
    const starts = [...jobs.map(job => Date.parse(job.queuedAt)), ...this.view.requests.slice(0, 100).map(entry => entry.time)];
    const ends = jobs.filter(job => job.endsAt).map(job => Date.parse(job.endsAt));
    const from = Math.min(now - 15e3, ...starts);
    const reach = Math.max(now, ...ends);
    const width = Math.max(30e3, reach - from);
    return { from: from - width * 0.03, to: reach + Math.max(width * 0.25, 15e3) };
  }

  draw() {
    const width = this.chart.clientWidth;
    if (!width || !this.view.clock) return;
    const range = this.range();
    this.stale = this.view.clock.now() + (range.to - range.from) / (width - 2 * EDGE);
    this.x = time => EDGE + ((time - range.from) / (range.to - range.from)) * (width - 2 * EDGE);
    this.timeAt = x => range.from + ((x - EDGE) / (width - 2 * EDGE)) * (range.to - range.from);
    const lanes = this.lanes(range);
    const rows = Math.max(2, ...lanes.map(({ lane }) => lane + 1));
    const bottom = TOP + MARKS + rows * LANE + MONEY;
    this.chart.setAttribute("viewBox", `0 0 ${width} ${bottom + 8}`);
    this.chart.setAttribute("height", bottom + 8);
    this.chart.replaceChildren(
      this.axis(range, width, bottom),
      this.marks(range),
      svg("g", {}, lanes.map(each => this.bar(each, range))),
      this.money(range, bottom),
      this.coming(range, bottom),
      this.nowLine(bottom, width));
    this.show();
  }

  /** Once a moment: all is drawn again only when now has moved by a pixel. */
  tick() {
    const { clock } = this.view;
    if (!clock.frozen && clock.now() > this.stale) this.draw();
    else this.show();
  }

  show() {
    const { clock } = this.view;
    const now = clock.now();
    this.time.textContent = `${date(now)} ${clockTime(now)}`;
    this.freeze.textContent = clock.frozen ? "Run" : "Freeze";
    this.step.textContent = this.next && this.next > now ? `Next, in ${span(this.next - now)}` : "Next";
    this.step.disabled = !(this.next && this.next > now);
    this.line?.setAttribute("transform", `translate(${this.x(now)} 0)`);
  }

  axis(range, width, bottom) {
    const step = STEPS.find(each => (range.to - range.from) / each < width / 84) || STEPS.at(-1);
    const parts = [];
    for (let time = Math.ceil(range.from / step) * step; time < range.to; time += step) {
      const x = this.x(time);
      parts.push(svg("line", { x1: x, x2: x, y1: TOP - 8, y2: bottom, class: "grid" }));
      const label = step >= 864e5 ? date(time).slice(5) : clockTime(time).slice(0, step >= 6e4 ? 5 : 8);
      if (x < width - 56) parts.push(svg("text", { x: x + 4, y: TOP - 14, class: "tick" }, label));
    }
    return svg("g", {}, parts);
  }

  marks(range) {
    const columns = new Map();
    for (const entry of this.view.requests.slice(0, 3000)) {
      if (entry.time < range.from || entry.time > range.to) continue;
      const x = Math.round(this.x(entry.time) / 3) * 3;
      const before = columns.get(x) || { count: 0, bad: false, fault: false, n: entry.n };
      columns.set(x, {
        count: before.count + 1,
        bad: before.bad || entry.status >= 400 || entry.status === 0,
        fault: before.fault || entry.by === "fault",
        n: before.n,
      });
    }
    const base = TOP + MARKS - 4;
    return svg("g", { class: "marks" }, [...columns].map(([x, mark]) => {
      const height = Math.min(16, 5 + 3 * Math.log2(mark.count + 1));
      const line = svg("line", {
        x1: x, x2: x, y1: base, y2: base - height,
        class: mark.fault ? "fault" : mark.bad ? "bad" : "good",
        onclick: () => this.view.open(mark.n),
      });
      line.append(svg("title", {}, plural(mark.count, "request") + (mark.bad ? ", some refused" : "")));
      return line;
    }));
  }

  lanes(range) {
    const free = [];
    const last = [];
    const shown = this.view.jobs.slice(0, 200)
      .map(job => ({ job, from: Date.parse(job.queuedAt), to: job.endsAt ? Date.parse(job.endsAt) : Infinity }))
      .filter(({ from, to }) => from < range.to && to > range.from)
      .sort((a, b) => a.from - b.from);
    for (const each of shown) {
      let lane = free.findIndex(until => until <= each.from);
      if (lane < 0 && free.length < LANES) lane = free.length;
      if (lane < 0) {
        lane = free.indexOf(Math.min(...free));
        each.crowded = true;
        last[lane].crowded = true;
      }
      each.lane = lane;
      last[lane] = each;
      free[lane] = Math.max(each.to, each.from + (range.to - range.from) * 0.015);
    }
    return shown;
  }

  bar({ job, from, to, lane, crowded }, range) {
    const y = TOP + MARKS + lane * LANE + 3;
    const end = Math.min(to, range.to);
    const x = Math.max(this.x(from), 0);
    const width = Math.max(3, this.x(end) - x);
    const endless = to === Infinity;
    const state = job.state.toLowerCase();
    const tail = endless || job.state === "GONE" ? null : svg("line", {
      x1: x + width, x2: this.x(Math.min(Date.parse(job.expiresAt), range.to)), y1: y + 7, y2: y + 7, class: `kept ${state}`,
    });
    const group = svg("g", { class: "job", tabindex: "0", role: "button", "aria-label": `${job.model}, ${job.state.toLowerCase()}`, onclick: () => this.view.result(job.queueId),
      onkeydown: event => { if (event.key === "Enter") this.view.result(job.queueId); } },
    tail,
    svg("rect", { x, y, width, height: 14, rx: 3, class: `${state}${endless ? " endless" : ""}` }),
    width > 90 && !crowded ? svg("text", { x: x + 6, y: y + 10.5, class: endless ? "on-pale" : null }, job.model.slice(0, Math.floor(width / 6.4))) : null);
    group.append(svg("title", {}, `${job.model}\n${job.state}, ${usd(job.costUsd)} USD\n${
      clockTime(job.queuedAt)} to ${job.endsAt ? clockTime(job.endsAt) : "nobody knows when"}`));
    return group;
  }

  money(range, bottom) {
    const entries = [...this.view.ledger].reverse().map(entry => ({ time: Date.parse(entry.at), usd: entry.balanceUsd }));
    const top = bottom - MONEY + 14;
    const low = bottom - 6;
    const first = entries.length ? this.view.openingUsd : this.view.balanceUsd;
    const values = [first, ...entries.map(entry => entry.usd)];
    const least = Math.min(...values);
    const most = Math.max(...values);
    const y = value => (most === least ? (top + low) / 2 : low - ((value - least) / (most - least)) * (low - top));
    let path = `M${EDGE} ${y(first)}`;
    for (const entry of entries) {
      const x = Math.max(EDGE, this.x(entry.time));
      path += `H${x}V${y(entry.usd)}`;
    }
    const now = this.x(this.view.clock.now());
    path += `H${Math.max(EDGE, now)}`;
    return svg("g", { class: "money-line" },
      svg("line", { x1: 0, x2: this.x(range.to) + EDGE, y1: top - 12, y2: top - 12, class: "grid" }),
      svg("path", { d: path }),
      svg("text", { x: this.x(range.to), y: top + 3, class: "tick", "text-anchor": "end" }, `${usd(most)} USD`),
      most === least ? null : svg("text", { x: this.x(range.to), y: low + 3, class: "tick", "text-anchor": "end" }, usd(least)));
  }

  coming(range, bottom) {
    return svg("g", { class: "coming" }, this.dues
      .filter(due => Date.parse(due.at) < range.to)
      .slice(0, 300)
      .map(due => {
        const x = this.x(Date.parse(due.at));
        const mark = svg("path", { d: `M${x - 4} ${bottom + 7}h8l-4 -6z`, class: due.what });
        mark.append(svg("title", {}, `${due.what.replace("-", " ")}: ${due.model}, ${clockTime(due.at)}`));
        return mark;
      }));
  }

  nowLine(bottom, width) {
    this.line = svg("g", {
      class: "now", tabindex: "0", role: "slider", "aria-label": "Now; the right arrow goes to what is due, Enter moves the clock",
      "aria-valuemin": 0, "aria-valuemax": Math.round(width), "aria-valuenow": 0,
      "aria-valuetext": clockTime(this.view.clock.now()),
      onpointerdown: event => this.drag(event),
      onkeydown: event => this.key(event),
    },
    svg("line", { x1: 0, x2: 0, y1: 14, y2: bottom }),
    svg("rect", { x: -22, y: 2, width: 44, height: 18, rx: 9 }),
    svg("text", { x: 0, y: 15, "text-anchor": "middle" }, "now ›"),
    svg("rect", { x: -14, y: 0, width: 28, height: bottom, class: "grip" }));
    this.ghostLine = svg("line", { y1: 14, y2: bottom, class: "ghost", visibility: "hidden" });
    return svg("g", {}, this.ghostLine, this.line);
  }

  drag(down) {
    down.preventDefault();
    this.line.setPointerCapture(down.pointerId);
    const line = this.line;
    const left = this.chart.getBoundingClientRect().left;
    const moving = event => this.aim(this.snapped(event.clientX - left));
    const done = async event => {
      line.removeEventListener("pointermove", moving);
      line.removeEventListener("pointerup", done);
      line.removeEventListener("pointercancel", cancel);
      moving(event);
      await this.go();
    };
    const cancel = () => {
      line.removeEventListener("pointermove", moving);
      line.removeEventListener("pointerup", done);
      this.forget();
    };
    line.addEventListener("pointermove", moving);
    line.addEventListener("pointerup", done);
    line.addEventListener("pointercancel", cancel, { once: true });
  }

  /** An instant on the axis, or what is due near it. */
  snapped(x) {
    const near = this.dues.map(due => Date.parse(due.at)).find(time => Math.abs(this.x(time) - x) < SNAP);
    return Math.round(near ?? this.timeAt(x));
  }

  key(event) {
    const now = this.ghost?.time ?? this.view.clock.now();
    if (event.key === "ArrowRight") {
      const next = this.dues.map(due => Date.parse(due.at)).find(time => time > now) ?? now + 10e3;
      this.aim(next);
    } else if (event.key === "ArrowLeft" || event.key === "Escape") {
      this.forget();
    } else if (event.key === "Enter" && this.ghost) {
      this.go();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Shows what would happen at an instant; the latest answer counts. */
  aim(time) {
    if (time <= this.view.clock.now()) {
      this.forget();
      return;
    }
    const x = this.x(time);
    this.ghostLine.setAttribute("x1", x);
    this.ghostLine.setAttribute("x2", x);
    this.ghostLine.setAttribute("visibility", "visible");
    const until = new Date(time).toISOString();
    const exact = this.dues.find(due => Date.parse(due.at) === time);
    const ghost = { time, until: exact ? exact.at : until };
    this.ghost = ghost;
    ghost.answer = get(`/worlds/${this.view.id}/due?until=${encodeURIComponent(ghost.until)}`).then(due => {
      ghost.words = inWords(due);
      if (this.ghost === ghost) {
        this.words.textContent = `At ${clockTime(ghost.time, true)}, in ${span(ghost.time - this.view.clock.now())}: ${ghost.words}.`;
        this.line.setAttribute("aria-valuetext", this.words.textContent);
      }
    }, refused => { this.words.textContent = refused.message; });
  }

  forget() {
    this.ghost = null;
    this.words.textContent = "";
    this.ghostLine?.setAttribute("visibility", "hidden");
  }

  async go() {
    const ghost = this.ghost;
    if (!ghost) return;
    await ghost.answer;
    this.forget();
    await this.move({ at: ghost.until });
    this.words.textContent = `Moved to ${clockTime(ghost.time, true)}: ${ghost.words}.`;
  }
}
