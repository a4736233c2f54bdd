import { get, post, remove, whenSignedOut } from "./api.js";
import { byId, calmly, h, show, toast } from "./dom.js";
import { listen } from "./stream.js";
import { WorldView } from "./view.js";
import { WorldList } from "./worlds.js";

const KEYS = [["/", "filter the journal, or search the worlds"], ["j, k", "next, previous request"], ["g", "the journal"], ["n", "on to the next thing due"],
  ["f", "freeze, or run"], ["Esc", "close"], ["?", "these keys"]];
const STATES = { live: "live", reconnecting: "reconnecting", off: "not live" };

let view = null;
let listening = false;
const list = new WorldList(id => { location.hash = `#/${id}`; });
const listSoon = calmly(400, () => list.load());
const costSoon = calmly(1000, () => list.cost());

async function route() {
  const [id, tab, name] = location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  const world = list.find(id) || await beyond(id) || list.worlds[0];
  if (!world) return;
  if (!view || view.id !== world.id) {
    view = new WorldView(world, hash => { location.hash = hash; });
    byId("main").replaceChildren(view.element);
    list.choosing(world.id);
    await view.load();
  }
  view.show(tab, name);
}

/** A world that an address names and that the list does not show, if there is one. */
async function beyond(id) {
  try {
    const world = id ? await list.fetch(id) : null;
    if (world) list.draw();
    return world;
  } catch {
    return null;
  }
}

function heard(type, data) {
  if (type === "request" && !list.touch(data.world, data)) listSoon();
  if (type === "money") {
    list.paid(data.world, data);
    costSoon();
  }
  if (type === "finding") list.found(data.world, data);
  if (type === "world" || type === "gap") listSoon();
  if (type === "gap") {
    view?.load();
  } else if (view && data.world === view.id) {
    if (type === "world" && data.change === "gone") {
      toast("This world was deleted.");
      view = null;
      location.hash = "#/";
    } else {
      view.event(type, data);
    }
  }
}

async function start() {
  byId("sign-in").hidden = true;
  byId("layout").hidden = false;
  await list.load();
  await route();
  if (!listening) {
    listening = true;
    listen(heard, state => {
      byId("live").textContent = STATES[state];
      byId("live").dataset.state = state;
    });
  }
}

function askToken() {
  byId("layout").hidden = true;
  byId("sign-in").hidden = false;
  byId("live").textContent = "signed out";
  byId("token").focus();
}

byId("sign-in").addEventListener("submit", async event => {
  event.preventDefault();
  try {
    await post("/session", { token: byId("token").value });
    byId("token").value = "";
    byId("sign-out").hidden = false;
    await start();
  } catch (refused) {
    byId("refused").textContent = refused.message;
  }
});

byId("sign-out").addEventListener("click", async () => {
  await remove("/session");
  location.reload();
});

function help() {
  show("Keys", h("dl", { class: "keys" }, KEYS.flatMap(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])));
}

byId("help-button").addEventListener("click", help);

const themes = ["light", "dark"];
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = localStorage.getItem("venice-sim-theme");
if (theme) document.documentElement.dataset.theme = theme;
byId("theme").addEventListener("click", () => {
  const now = document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  const other = themes.find(each => each !== now);
  document.documentElement.dataset.theme = other;
  localStorage.setItem("venice-sim-theme", other);
});

const ACTIONS = {
  "/": () => (view?.tab === "journal" ? view.journal.input : byId("search")).focus(),
  "?": help,
  j: () => view?.journal.step(1),
  k: () => view?.journal.step(-1),
  g: () => { if (view) location.hash = `#/${view.id}/journal`; },
  n: () => view?.timeline.move({ next: true }),
  f: () => view?.timeline.move({ frozen: !view.clock.frozen }),
};

/** Out of a field; what was searched for goes, and whoever listens hears of it. */
function leave(event) {
  const { target } = event;
  if (target.type === "search" && target.value) {
    event.preventDefault();
    target.value = "";
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }
  target.blur();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("dialog").open) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") leave(event);
    return;
  }
  const action = ACTIONS[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

addEventListener("hashchange", route);
setInterval(() => view?.tick(), 250);
whenSignedOut(askToken);

const [health, session] = await Promise.all([get("/health"), get("/session")]);
byId("server").textContent = `${health.version} · edition ${health.edition} · ${location.origin}/api/v1`;
byId("sign-out").hidden = session.open || session.role === "nobody";
if (session.role === "nobody") askToken();
else await start();
document.body.dataset.ready = "true";
