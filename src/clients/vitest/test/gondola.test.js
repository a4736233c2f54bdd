// The package as a project meets it that has vitest: run in a folder of its own, with the packed package installed.
import { expect } from "vitest";
import { test, veniceTest } from "vitest-venice-sim";
import { post, queue } from "./client.js";

const keys = new Set();

for (const n of [1, 2]) {
  test(`a world of its own, ${n}`, async ({ venice }) => {
    keys.add(venice.apiKey);
    const ticket = await queue(venice);
    let kind;
    for (let poll = 0; poll < 3; poll++) kind = (await post(venice, "/video/retrieve", ticket)).headers.get("content-type");
    expect(kind).toBe("video/mp4");
    expect((await venice.account()).spentUsd).toBe(0.55);
    expect((await venice.jobs()).map((job) => job.state)).toEqual(["COMPLETED"]);
    expect(keys.size).toBe(n);
  });
}

veniceTest({ balanceUsd: 5, jobTime: "40s", clock: { frozen: true, at: "2026-11-23T10:00:00Z" } })(
  "the clock moves, and nobody waits",
  async ({ venice }) => {
    const ticket = await queue(venice);
    expect((await post(venice, "/video/retrieve", ticket)).headers.get("content-type")).toContain("application/json");
    expect(await venice.clock.advance("40s")).toBe("2026-11-23T10:00:40Z");
    expect((await post(venice, "/video/retrieve", ticket)).headers.get("content-type")).toBe("video/mp4");
    expect((await venice.account()).balanceUsd).toBe(4.45);
  },
);

test("a scenario", async ({ venice }) => {
  await venice.scenario("jobs:\n  - outcome: failed\n");
  await venice.scenario({ jobTime: "polls:0" });
  const ticket = await queue(venice);
  expect((await post(venice, "/video/retrieve", ticket)).headers.get("content-type")).toBe("video/mp4");
  await venice.scenario("insufficient-balance");
  await expect(queue(venice)).rejects.toThrow("402");
});
