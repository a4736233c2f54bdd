import { get } from "./api.js";
import { Clock } from "./clock.js";
import { calmly, h, usd } from "./dom.js";
import { Journal } from "./journal.js";
import { breaking } from "./breaking.js";
import { findings, money, results } from "./panels.js";
import { Timeline } from "./timeline.js";
import { title } from "./worlds.js";

const TABS = [["journal", "Journal"], ["money", "Money"], ["findings", "Findings"], ["results", "Results"], ["break", "Break something"]];

/** View of one world: its time above, and below what was asked, paid, found and made. */
export class WorldView {
  constructor(world, go) {
    this.world = world;
    this.id = world.id;
    this.go = go;
    this.tab = "journal";
    this.jobs = [];
    this.ledger = [];
    this.findings = [];
    this.consents = [];
    this.fresh = [];
    this.balanceUsd = world.account.balanceUsd;
    this.openingUsd = this.balanceUsd;
    this.heldUsd = 0;
    this.spentUsd = 0;
    this.clock = new Clock(world.clock);
    this.journal = new Journal(this);
    this.timeline = new Timeline(this);
    this.panel = h("div", { class: "panel", role: "tabpanel", id: "panel", tabindex: "-1" });
    this.tabs = TABS.map(([name, label]) => h("a", {
      role: "tab", href: `#/${this.id}/${name}`, "data-name": name, "aria-controls": "panel",
    }, label));
    this.head = h("header", { class: "world-head" });
    this.element = h("div", { class: "world" }, this.head, this.timeline.element,
      h("section", { class: "card" }, h("div", { role: "tablist", class: "tabs", "aria-label": "About this world" }, this.tabs), this.panel));
    this.reloadSoon = calmly(150, () => this.reload());
    this.addSoon = calmly(60, () => this.addFresh());
  }

  get requests() {
    return this.journal.entries;
  }

  async load() {
    await Promise.all([this.reload(), this.journal.load()]);
    this.draw();
  }

  /** Reads what may have changed; the journal hears of its entries one by one. */
  async reload() {
    const at = path => get(`/worlds/${this.id}${path}`);
    const [jobs, account, found, consents, clock, faults] = await Promise.all(
      [at("/jobs"), at("/account?limit=1000"), at("/findings"), at("/consents"), at("/clock"), at("/faults")]);
    this.faults = faults;
    this.clock.set(clock);
    this.jobs = jobs.jobs;
    this.ledger = account.ledger;
    this.balanceUsd = account.balanceUsd;
    this.heldUsd = account.heldUsd;
    this.spentUsd = account.spentUsd;
    const oldest = account.ledger.at(-1);
    this.openingUsd = oldest ? oldest.balanceUsd - oldest.amountUsd : account.balanceUsd;
    this.findings = found.findings;
    this.consents = consents.consents;
    await this.timeline.look();
    this.draw();
  }

  event(type, data) {
    if (type === "request") {
      this.fresh.push(data);
      this.addSoon();
    } else if (type === "clock") {
      this.clock.set(data);
      this.timeline.draw();
    }
    this.reloadSoon();
  }

  addFresh() {
    this.journal.add(this.fresh);
    this.fresh = [];
    this.timeline.draw();
  }

  draw() {
    this.head.replaceChildren(
      h("h2", {}, title(this.world)),
      h("p", { class: "quiet" }, [this.world.edition, this.world.scenario, `jobs ${this.world.jobTime}`, this.id].filter(Boolean).join(" · ")),
      h("p", { class: "sum" }, `${usd(this.balanceUsd)} USD`));
    for (const tab of this.tabs) {
      tab.setAttribute("aria-selected", String(tab.dataset.name === this.tab));
      if (tab.dataset.name === "findings") tab.textContent = this.findings.length ? `Findings ${this.findings.length}` : "Findings";
    }
    this.timeline.draw();
    this.drawPanel();
  }

  drawPanel() {
    if (this.tab === "journal") {
      if (this.panel.firstChild !== this.journal.element) this.panel.replaceChildren(this.journal.element);
      return;
    }
    const state = JSON.stringify([this.tab, this.job, this.jobs, this.ledger, this.findings, this.consents, this.faults]);
    if (state === this.drawn && this.panel.dataset.tab === this.tab) return;
    this.drawn = state;
    this.panel.dataset.tab = this.tab;
    this.panel.replaceChildren({ money, findings, results, break: breaking }[this.tab](this));
  }

  /** Goes to what the page's address names. */
  show(tab, name) {
    this.tab = TABS.some(([known]) => known === tab) ? tab : "journal";
    this.panel.dataset.tab = this.tab === "journal" ? "journal" : this.panel.dataset.tab;
    if (this.tab === "results") this.job = name;
    this.draw();
    if (this.tab === "journal") this.journal.select(name ? Number(name) : null);
  }

  open(n) {
    this.go(`#/${this.id}/journal/${n}`);
  }

  result(queueId) {
    this.go(`#/${this.id}/results/${queueId}`);
  }

  tick() {
    if (!document.hidden) this.timeline.tick();
  }
}
