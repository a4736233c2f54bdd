import { get, post } from "./api.js";
import { byId, copy, h, plural, show, svg, usd } from "./dom.js";

export const ANONYMOUS = "anonymous";
const PAGE = 100;
const LINE = { width: 40, height: 16, points: 24 };
const GRADES = ["error", "warning", "info"];

/** A world in a few letters: its label, the fingerprint of its key, or its wallet. */
export const title = world =>
  world.label || (world.apiKey && `Key ${world.apiKey.replace(/^.*\*\*\*/, "")}`) || world.walletAddress || "Calls without a key";

/** List of the worlds; the chosen one is the page's. */
export class WorldList {
  constructor(choose) {
    this.choose = choose;
    this.worlds = [];
    this.last = new Map();
    this.chosen = null;
    this.size = PAGE;
    byId("search").addEventListener("input", () => this.draw());
    byId("search").addEventListener("keydown", event => { if (event.key === "Enter") this.searchBeyond(event.target.value.trim()); });
    byId("more-worlds").addEventListener("click", () => { this.size += PAGE; this.load(); });
    byId("declare").addEventListener("click", () => declare(this));
  }

  async load() {
    const [{ worlds, total }, anonymous] = await Promise.all([get(`/worlds?limit=${this.size}`), get(`/worlds/${ANONYMOUS}`)]);
    const listed = new Set(worlds.map(world => world.id));
    const fetched = this.worlds.filter(world => world.fetched && !listed.has(world.id));
    this.worlds = [...worlds, ...fetched, anonymous];
    const more = byId("more-worlds");
    more.hidden = total <= worlds.length;
    more.textContent = `${plural(total - worlds.length, "more world")}, used before`;
    await this.cost();
    this.draw();
  }

  async cost() {
    const costs = await get("/costs?since=start");
    byId("cost").textContent = `Since the start, all of it would have cost ${usd(costs.usd)} USD.`;
  }

  /** Fetches a world that the page of the list does not have, by its id, key or wallet. */
  async fetch(name) {
    const world = { ...await get(`/worlds/${encodeURIComponent(name)}`), fetched: true };
    if (!this.find(world.id)) this.worlds.unshift(world);
    return world;
  }

  async searchBeyond(name) {
    if (!name || byId("world-list").childElementCount > 0) return;
    try {
      const world = await this.fetch(name);
      byId("search").value = "";
      this.draw();
      this.choose(world.id);
    } catch (refused) {
      byId("world-list").replaceChildren(h("li", { class: "quiet" }, refused.message));
    }
  }

  /** Money moved in a world. */
  paid(id, entry) {
    const world = this.find(id);
    if (!world || (world.walletAddress && !world.apiKey ? "wallet" : "keys") !== entry.account) return;
    world.account.balanceUsd = entry.balanceUsd;
    world.balances = [...(world.balances || []), entry.balanceUsd].slice(-LINE.points);
    this.redraw(world);
  }

  /** A finding was made of a world's client. */
  found(id, finding) {
    const world = this.find(id);
    if (!world) return;
    world.findings = { ...world.findings, [finding.severity]: ((world.findings || {})[finding.severity] || 0) + 1 };
    this.redraw(world);
  }

  redraw(world) {
    byId(`world-${world.id}`)?.replaceWith(this.row(world));
    this.choosing(this.chosen);
  }

  find(id) {
    return this.worlds.find(world => world.id === id);
  }

  /** A request was seen in a world; says whether the list knows that world. */
  touch(id, request) {
    this.last.set(id, request);
    const said = byId(`world-${id}`)?.querySelector(".said");
    if (said) said.textContent = lastWords(request);
    return this.find(id) !== undefined;
  }

  choosing(id) {
    this.chosen = id;
    for (const link of byId("world-list").querySelectorAll("a")) {
      link.toggleAttribute("aria-current", link.dataset.id === id);
      if (link.dataset.id === id) link.setAttribute("aria-current", "page");
    }
  }

  draw() {
    const wanted = byId("search").value.trim().toLowerCase();
    const fits = world => [title(world), world.id, world.edition, world.scenario].join(" ").toLowerCase().includes(wanted);
    byId("world-list").replaceChildren(...this.worlds.filter(fits).map(world => this.row(world)));
    this.choosing(this.chosen);
  }

  row(world) {
    const last = this.last.get(world.id);
    return h("li", { id: `world-${world.id}` },
      h("a", { href: `#/${world.id}`, "data-id": world.id },
        h("span", { class: "name" }, title(world)),
        h("span", { class: "balance" }, line(world.balances || []), usd(world.account.balanceUsd)),
        h("span", { class: "about" }, [world.edition, world.scenario].filter(Boolean).join(" · ")),
        h("span", { class: "last" }, open(world.findings || {}), h("span", { class: "said" }, last ? lastWords(last) : ""))));
  }
}

/** The latest balances as a line of steps. */
function line(balances) {
  if (balances.length < 2) return null;
  const least = Math.min(...balances);
  const most = Math.max(...balances);
  const step = LINE.width / (balances.length - 1);
  const y = balance => (most === least ? LINE.height / 2 : 1 + (LINE.height - 2) * (most - balance) / (most - least)).toFixed(1);
  const points = balances.flatMap((balance, index) => {
    const x = (index * step).toFixed(1);
    return index === 0 ? [`${x},${y(balance)}`] : [`${x},${y(balances[index - 1])}`, `${x},${y(balance)}`];
  });
  const name = `the latest balances, from ${usd(balances[0])} to ${usd(balances.at(-1))} USD`;
  return svg("svg", { class: "spark", viewBox: `0 0 ${LINE.width} ${LINE.height}`, width: LINE.width, height: LINE.height, role: "img", "aria-label": name },
    svg("polyline", { points: points.join(" ") }));
}

/** The open findings of the worst grade that there are. */
function open(findings) {
  const worst = GRADES.find(grade => findings[grade] > 0);
  return worst ? h("span", { class: `open ${worst}` }, plural(findings[worst], worst)) : null;
}

const lastWords = request => `${request.endpoint} ${request.status}`;

async function declare(list) {
  const { editions } = await get("/editions");
  const names = editions.map(edition => edition.id || edition.edition || edition);
  const field = (label, input, hint) => h("label", {}, h("span", {}, label), input, hint ? h("small", {}, hint) : null);
  const edition = h("select", { name: "edition" }, names.map(name => h("option", { value: name }, name)));
  const form = h("form", { class: "declare" },
    field("Edition", edition),
    field("Balance, USD", h("input", { name: "balanceUsd", inputmode: "decimal", placeholder: "100.00" })),
    field("Time of a job", h("input", { name: "jobTime", placeholder: "5s, realistic or polls:2" })),
    field("Scenario", h("input", { name: "scenario", placeholder: "the name of one" })),
    h("label", { class: "check" }, h("input", { type: "checkbox", name: "frozen" }), h("span", {}, "The clock stands still")),
    h("p", { role: "alert", class: "alert" }),
    h("button", { class: "primary" }, "Declare"));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    const frozen = given.frozen !== undefined;
    delete given.frozen;
    if (frozen) given.clock = { frozen: true };
    try {
      const world = await post("/worlds", given);
      await list.load();
      list.choose(world.id);
      declared(world);
    } catch (refused) {
      form.querySelector(".alert").textContent = refused.message;
    }
  });
  show("Declare a world", form);
}

function declared(world) {
  const lines = `export VENICE_BASE_URL=${location.origin}/api/v1\nexport VENICE_API_KEY=${world.apiKey}\n`;
  show("The world's key",
    h("p", {}, "It is shown here and nowhere else again. Your client takes it as its API key."),
    h("pre", { tabindex: "0" }, lines),
    h("button", { type: "button", class: "primary", onclick: () => copy(lines, "the key") }, "Copy"));
}
