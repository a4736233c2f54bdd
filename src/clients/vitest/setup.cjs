// What vitest and jest run once before all tests: starts the simulator, and tells every worker where it is.
const { start } = require("./simulator.cjs");

module.exports = async function setup() {
  const simulator = await start();
  process.env.VENICE_SIM_URL = simulator.origin;
  globalThis.__veniceSimStop = simulator.stop;
  // vitest calls what is returned; jest calls ./teardown
  return simulator.stop;
};
