// For jest, and for vitest with globals: `useVenice()` at the top of a file or of a describe.
const { SimulatorError } = require("./simulator.cjs");
const { World } = require("./world.cjs");

/** A handle that is another, fresh world in each test. */
function useVenice({ failOnFindings = false, ...settings } = {}) {
  let world;
  const { afterEach, beforeEach } = globalThis;
  beforeEach(async () => {
    world = await World.declare(settings);
  });
  afterEach(async () => {
    const ended = world;
    world = undefined;
    if (ended === undefined) return;
    try {
      if (failOnFindings) await ended.requireNoFindings();
    } finally {
      await ended.end();
    }
  });
  return new Proxy(
    {},
    {
      get(_, name) {
        if (world === undefined) throw new Error("there is a world only while a test runs; use venice inside of one");
        const value = world[name];
        return typeof value === "function" ? value.bind(world) : value;
      },
    },
  );
}

module.exports = { useVenice, World, SimulatorError };
