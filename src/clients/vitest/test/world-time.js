import { vi } from "vitest";

// Node's fetch has timeouts of its own, which stay real
const isOfFetch = () => new Error().stack.includes("node:internal/deps/undici");

/** Does the client's work while its timers are fake: the world's clock goes to each that is due, and then it fires. */
export async function inWorldTime(venice, work) {
  let reached = Date.parse(await venice.clock.share());
  let busy = 0;
  const counted = (call) => async (...given) => {
    busy++;
    return call(...given).finally(() => busy--);
  };
  const reach = counted(async (now) => {
    const step = now - reached;
    reached = now;
    if (step > 0) await venice.clock.advance(`${step}ms`);
  });

  const real = globalThis.setTimeout;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: reached, shouldClearNativeTimers: true });
  const fake = globalThis.setTimeout;
  const moving = (fire, ms, ...args) => fake(() => void reach(Date.now()).then(() => fire(...args)), ms);
  vi.stubGlobal("setTimeout", (...given) => (isOfFetch() ? real : moving)(...given));
  vi.stubGlobal("fetch", counted(globalThis.fetch));
  try {
    let over = false;
    const result = work().finally(() => (over = true));
    while (!over) {
      await new Promise(setImmediate);
      // what is asked in real time is answered before time goes on
      if (busy === 0) vi.advanceTimersToNextTimer();
    }
    return await result;
  } finally {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
}
