// What jest runs once after all tests.
module.exports = async function teardown() {
  await globalThis.__veniceSimStop?.();
};
