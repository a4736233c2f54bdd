import { get, remove, url } from "./api.js";
import { clockTime, date, h, plural, toast, usd } from "./dom.js";

const table = (heads, rows) => h("div", { class: "scroll", tabindex: "0" }, h("table", {},
  h("thead", {}, h("tr", {}, heads.map(head => h("th", { scope: "col", class: head.startsWith("#") ? "number" : null }, head.replace("#", ""))))),
  h("tbody", {}, rows)));

/** Money of a world: what it would have cost, by model, and each entry of the ledger. */
export function money(view) {
  const byModel = new Map();
  for (const entry of view.ledger) {
    if (entry.model) byModel.set(entry.model, (byModel.get(entry.model) || 0) - entry.amountUsd);
  }
  const most = Math.max(...byModel.values(), 0.000001);
  return h("div", { class: "money" },
    h("dl", { class: "figures" },
      h("div", {}, h("dt", {}, "Balance"), h("dd", {}, usd(view.balanceUsd))),
      h("div", {}, h("dt", {}, "Held"), h("dd", {}, usd(view.heldUsd))),
      h("div", {}, h("dt", {}, "This run would have cost"), h("dd", {}, usd(view.spentUsd)))),
    byModel.size ? h("ul", { class: "models" }, [...byModel].sort((a, b) => b[1] - a[1]).map(([model, cost]) => {
      const bar = h("span", { class: "bar" });
      bar.style.width = `${Math.max(0, (cost / most) * 100)}%`;
      return h("li", {}, h("span", { class: "name" }, model), h("span", { class: "track" }, bar), h("span", { class: "number" }, usd(cost)));
    })) : null,
    view.ledger.length
      ? table(["When", "What", "Model", "#Amount, USD", "#Balance, USD", "Why"], view.ledger.slice(0, 500).map(entry => h("tr", {},
        h("td", { class: "at" }, `${date(entry.at)} ${clockTime(entry.at)}`),
        h("td", {}, entry.type.toLowerCase().replaceAll("_", " ")),
        h("td", {}, entry.model || ""),
        h("td", { class: `number ${entry.amountUsd < 0 ? "out" : "in"}` }, usd(entry.amountUsd)),
        h("td", { class: "number" }, usd(entry.balanceUsd)),
        h("td", { class: "quiet" }, entry.why))))
      : h("p", { class: "empty" }, "No money has moved yet."));
}

/** Findings: each with its dollars, the requests that show it, and what to do instead. */
export function findings(view) {
  if (!view.findings.length) return h("p", { class: "empty" }, "Nothing has been found that would cost money or break in production.");
  return h("ul", { class: "findings" }, view.findings.map(finding => {
    const fix = h("div", { class: "fix" });
    const more = h("details", { ontoggle: () => rule(finding.rule, fix) }, h("summary", {}, "What to do instead"), fix);
    return h("li", { class: finding.severity },
      h("h3", {}, finding.rule, finding.costUsd ? h("span", { class: "pill bad" }, `${usd(finding.costUsd)} USD`) : null),
      h("p", {}, finding.says),
      h("p", { class: "evidence" }, finding.requests.map(n =>
        h("button", { type: "button", title: `Request ${n}`, onclick: () => view.open(n) }, `#${n}`))),
      more);
  }));
}

async function rule(name, box) {
  if (box.childElementCount) return;
  try {
    const said = await get(`/rules/${encodeURIComponent(name)}`);
    const words = typeof said === "string" ? said : said.text || said.says || JSON.stringify(said, null, 2);
    box.replaceChildren(...words.split(/\n{2,}/).filter(text => !text.startsWith("#")).map(paragraph => h("p", {}, paragraph)));
  } catch (refused) {
    box.replaceChildren(h("p", {}, refused.message));
  }
}

/** Results: the chosen job's video and facts, and who attested to what. */
export function results(view) {
  const chosen = view.jobs.find(job => job.queueId === view.job) || view.jobs[0];
  return h("div", { class: "results" },
    h("ol", { class: "jobs" }, view.jobs.slice(0, 200).map(job => h("li", {},
      h("button", {
        type: "button", "aria-pressed": String(job === chosen), onclick: () => view.result(job.queueId),
      }, h("span", { class: `dot ${job.state.toLowerCase()}` }), h("span", {}, job.model), h("span", { class: "quiet" }, clockTime(job.queuedAt)))))),
    chosen ? about(view, chosen) : h("p", { class: "empty" }, "No job has been queued yet."),
    consents(view));
}

function about(view, job) {
  const facts = [
    ["State", job.state.toLowerCase()], ["Queue id", job.queueId], ["Queued", clockTime(job.queuedAt, true)],
    ["Ends", job.endsAt ? clockTime(job.endsAt, true) : "not fixed"],
    ["Thrown away", `${date(job.expiresAt)} ${clockTime(job.expiresAt)}`],
    ["Cost", `${usd(job.costUsd)} USD`], ["Polls", job.polls],
    ["Outcome", typeof job.outcome === "string" ? job.outcome : JSON.stringify(job.outcome)],
  ];
  const path = `/worlds/${view.id}/jobs/${encodeURIComponent(job.queueId)}/video`;
  return h("article", {},
    h("h3", {}, job.model),
    job.state === "COMPLETED" ? h("video", { controls: true, preload: "metadata", src: url(path), "aria-label": `Video of ${job.model}` }) : null,
    h("dl", { class: "facts" }, facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))])));
}

function consents(view) {
  if (!view.consents.length) return null;
  const revoke = async media => {
    try {
      await remove(`/worlds/${view.id}/consents/${encodeURIComponent(media)}`);
      await view.reload();
    } catch (refused) {
      toast(refused.message);
    }
  };
  return h("section", { class: "consents" }, h("h3", {}, plural(view.consents.length, "consent")),
    table(["Medium", "As", "Version", "When", "Job", ""], view.consents.map(consent => h("tr", {},
      h("td", { class: "hash" }, consent.media), h("td", {}, consent.role), h("td", {}, consent.version),
      h("td", { class: "at" }, clockTime(consent.at)), h("td", { class: "hash" }, consent.queueId || ""),
      h("td", {}, h("button", { type: "button", onclick: () => revoke(consent.media) }, "Revoke"))))));
}
