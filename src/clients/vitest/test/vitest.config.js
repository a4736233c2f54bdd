import { defineConfig } from "vitest/config";

export default defineConfig({
  // for tests that hang, not one of their speed
  test: { globalSetup: ["vitest-venice-sim/setup"], testTimeout: 300_000, hookTimeout: 300_000 },
});
