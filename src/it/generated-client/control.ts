// A suite that knows the control API by the types that openapi-typescript makes of its document.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./control-api.js";

const root = process.env.VENICE_SIM_URL!;
const control = createClient<paths>({ baseUrl: root });
const key = "typescript-key";
const path = { id: key };

async function queue(): Promise<string> {
  const reply = await fetch(`${root}/api/v1/video/queue`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      model: "wan-2.6-text-to-video",
      prompt: "a gondola",
      duration: "5s",
      aspect_ratio: "16:9",
      resolution: "720p",
    }),
  });
  assert.equal(reply.status, 200);
  return (await reply.json()).queue_id;
}

// this key, this set-up: twice, as before two tests
for (const status of [201, 200]) {
  const arranged = await control.PUT("/__sim/worlds/{id}", {
    params: { path },
    body: { balanceUsd: 5, jobTime: "40s", clock: { frozen: true } },
  });
  assert.equal(arranged.response.status, status);
  assert.equal(arranged.data?.account.balanceUsd, 5);
  await queue();
}

const byName = await control.PUT("/__sim/worlds/{id}/scenario", { params: { path }, body: { name: "slow" } });
assert.equal(byName.data?.scenario, "slow");
await control.PUT("/__sim/worlds/{id}/scenario", {
  params: { path },
  body: { jobs: [{ when: { nth: 1 }, outcome: { failed: {} } }] },
});
const failing = await queue();
await control.PATCH("/__sim/worlds/{id}/clock", { params: { path }, body: { advance: "40s" } });
const failed = await control.GET("/__sim/worlds/{id}/jobs/{queueId}", { params: { path: { ...path, queueId: failing } } });
assert.equal(failed.data?.state, "FAILED");
const unset = await control.DELETE("/__sim/worlds/{id}/scenario", { params: { path } });
assert.equal(unset.response.status, 204);

const decided = await control.POST("/__sim/worlds/{id}/jobs/{queueId}", {
  params: { path: { ...path, queueId: await queue() } },
  body: { finish: true, outcome: { rejected: { status: 451, message: "not in this country" } } },
});
assert.equal(decided.data?.outcome.rejected?.status, 451);

const wrong = await control.GET("/__sim/worlds/{id}/requests", { params: { path, query: { endpoint: "compleet" } } });
assert.match(wrong.error?.detail ?? "", /compleet/);
