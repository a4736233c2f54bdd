module.exports = {
  globalSetup: "vitest-venice-sim/setup",
  globalTeardown: "vitest-venice-sim/teardown",
  // for tests that hang, not one of their speed
  testTimeout: 300_000,
  testMatch: ["**/*.jest.cjs"],
};
