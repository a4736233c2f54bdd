// What vitest and jest run once before all tests: starts the simulator, and tells every worker where it is.
const { start } = require("./simulator.cjs");

module.exports = async function setup() {
  const simulator = await start();
  process.env.VENICE_SIM_URL = simulator.origin;
  if (simulator.tlsCa !== undefined) process.env.VENICE_SIM_TLS_CA = simulator.tlsCa;
  // Node reads it when a worker starts, and the client under test then trusts it, too
  if (process.env.VENICE_SIM_TLS_CA) process.env.NODE_EXTRA_CA_CERTS ??= process.env.VENICE_SIM_TLS_CA;
  globalThis.__veniceSimStop = simulator.stop;
  // vitest calls what is returned; jest calls ./teardown
  return simulator.stop;
};
