// A test of vitest with a fixture `venice`: a fresh world for each test.
import { test as base } from "vitest";
import { SimulatorError } from "./simulator.cjs";
import { World } from "./world.cjs";

export { SimulatorError, World };

/** A test whose worlds are declared with these settings; `failOnFindings` judges the client, too. */
export function veniceTest({ failOnFindings = false, ...settings } = {}) {
  return base.extend({
    venice: async ({ task }, use) => {
      const world = await World.declare(settings);
      try {
        await use(world);
        const errors = task.result?.errors ?? [];
        if (errors.length > 0) {
          errors[0].message += `\n\nwhat the simulator saw:\n${await world.report()}`;
        } else if (failOnFindings) {
          await world.requireNoFindings();
        }
      } finally {
        await world.end();
      }
    },
  });
}

export const test = veniceTest();
