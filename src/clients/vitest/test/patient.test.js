// A client that waits by setTimeout, whose waiting moves the world's clock.
import { expect } from "vitest";
import { veniceTest } from "vitest-venice-sim";
import { post, queue } from "./client.js";
import { inWorldTime } from "./world-time.js";

async function video(venice) {
  const ticket = await queue(venice);
  for (let polls = 1; ; polls++) {
    const reply = await post(venice, "/video/retrieve", ticket);
    if (reply.headers.get("content-type") === "video/mp4") return { polls, bytes: await reply.arrayBuffer() };
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

veniceTest({ jobTime: "10m", failOnFindings: true })("ten minutes of polling take no time", async ({ venice }) => {
  const began = Date.parse(await venice.clock.share());
  const { polls, bytes } = await inWorldTime(venice, () => video(venice));
  expect(polls).toBe(121);
  expect(bytes.byteLength).toBeGreaterThan(1000);
  expect(Date.parse(await venice.clock.now()) - began).toBe(600_000);
}, 60_000);
