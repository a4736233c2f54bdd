// The same from jest.
const { useVenice } = require("vitest-venice-sim/jest");

describe("in jest", () => {
  const venice = useVenice({ balanceUsd: 5 });
  const keys = new Set();

  test.each([1, 2])("a world of its own, %i", async (n) => {
    keys.add(venice.apiKey);
    const reply = await fetch(`${venice.baseUrl}/video/quote`, {
      method: "POST",
      headers: { Authorization: `Bearer ${venice.apiKey}`, "Content-Type": "application/json" },
      body: JSON.stringify({ model: "wan-2.6-text-to-video", duration: "5s", resolution: "720p", aspect_ratio: "16:9" }),
    });
    expect(await reply.json()).toEqual({ quote: 0.55 });
    expect((await venice.account()).balanceUsd).toBe(5);
    expect((await venice.requests()).length).toBe(1);
    expect(keys.size).toBe(n);
  });
});

