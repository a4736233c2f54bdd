// A world of the simulator: what one API key sees.
const { randomBytes } = require("node:crypto");
const { call, HOW, SimulatorError } = require("./simulator.cjs");

class World {
  #origin;

  constructor(origin, apiKey, id) {
    this.#origin = origin;
    this.baseUrl = `${origin}/api/v1`;
    this.apiKey = apiKey;
    this.id = id;
    const move = async (change) => (await this.#call("PATCH", "/clock", change)).now;
    this.clock = {
      now: async () => (await this.#call("GET", "/clock")).now,
      advance: (duration) => move({ advance: duration }),
      freeze: () => move({ frozen: true }),
      share: () => move({ shared: true }),
      next: () => move({ next: true }),
    };
  }

  /** A fresh one, declared with these members of the control API. */
  static async declare(settings = {}) {
    const url = process.env.VENICE_SIM_URL;
    if (!url) {
      throw new SimulatorError(
        `no simulator was started; give vitest-venice-sim/setup as globalSetup in the configuration, and ${HOW}`,
      );
    }
    const origin = url.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
    const apiKey = `VENICE_INFERENCE_KEY_${randomBytes(20).toString("hex")}`;
    const { id } = await call(origin, "POST", "/worlds", { ...settings, apiKey });
    return new World(origin, apiKey, id);
  }

  #call(method, path, body, type) {
    return call(this.#origin, method, `/worlds/${this.id}${path}`, body, type);
  }

  /** Puts a scenario in place: a ready-made one's name, an object, or YAML text. */
  async scenario(scenario) {
    if (typeof scenario === "string" && scenario.includes("\n")) {
      await this.#call("PUT", "/scenario", scenario, "application/yaml");
    } else {
      await this.#call("PUT", "/scenario", typeof scenario === "string" ? { name: scenario } : scenario);
    }
  }

  async jobs() {
    return (await this.#call("GET", "/jobs")).jobs;
  }

  async requests() {
    return (await this.#call("GET", "/requests")).requests;
  }

  /** What the client did that would cost money or break in production. */
  async findings() {
    return (await this.#call("GET", "/findings")).findings;
  }

  account() {
    return this.#call("GET", "/account");
  }

  /** Lines for the report of a test that failed: what was asked, and what was wrong with it. */
  async report() {
    const requests = (await this.requests()).slice(-20);
    const lines = requests.map((one) => `${one.n}. ${one.method} ${one.path} ${one.status}: ${one.why.join("; ")}`);
    for (const one of await this.findings()) lines.push(`${one.severity} ${one.rule}: ${one.says} (${one.docs})`);
    return lines.join("\n") || "nothing was asked with this world's key; is the client given venice.apiKey?";
  }

  /** Forgets the world. */
  async end() {
    await call(this.#origin, "DELETE", `/worlds/${this.id}`);
  }

  /** Fails if the client has findings that are no mere infos. */
  async requireNoFindings() {
    const grave = (await this.findings()).filter((one) => one.severity !== "info");
    if (grave.length > 0) {
      throw new SimulatorError(
        `the client has findings:\n${grave.map((one) => `${one.rule}: ${one.says} (${one.docs})`).join("\n")}`,
      );
    }
  }
}

module.exports = { World };
