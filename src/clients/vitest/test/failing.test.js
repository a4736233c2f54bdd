// Tests that have to fail, with the words that .ci/clients looks for.
import { expect } from "vitest";
import { test, veniceTest } from "vitest-venice-sim";
import { post, queue } from "./client.js";

test("shows what the simulator saw", async ({ venice }) => {
  await queue(venice);
  expect(1).toBe(2);
});

veniceTest({ failOnFindings: true })("is judged by findings", async ({ venice }) => {
  const clip = { model: "wan-2.6-text-to-video", duration: "5s", aspect_ratio: "16:9", resolution: "720p" };
  await post(venice, `/video/quote?api_key=${venice.apiKey}`, clip);
});

veniceTest({ scenario: "no-such-scenario" })("is told what the simulator refuses", async ({ venice }) => {
  expect(venice).toBeDefined();
});
