// One simulator for a run: the one that the environment names, started here or running already.
const { execFile, spawn } = require("node:child_process");
const { mkdtemp, open, readFile, rm, stat } = require("node:fs/promises");
const { request } = require("node:https");
const { tmpdir } = require("node:os");
const { basename, join } = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");
const { rootCertificates } = require("node:tls");
const { promisify } = require("node:util");

const OURS = ["VENICE_SIM_URL", "VENICE_SIM_JAR", "VENICE_SIM_IMAGE"];
const HOW =
  "set VENICE_SIM_JAR to the simulator's jar (venice-sim.jar, which `mvn package` leaves in target/), " +
  "VENICE_SIM_IMAGE to its image, or VENICE_SIM_URL to one that runs, such as http://127.0.0.1:8080";
const CA_LINE = "venice-sim certificate authority: ";
const TRUST =
  "set VENICE_SIM_TLS_CA to the certificate of its authority, which `serve --tls generated` writes to venice-sim-ca.pem";
// a limit for starts that hang, not one of their speed
const PATIENCE_MILLIS = 300_000;

/** What keeps a test from its simulator: one line that ends with the fix, and no stack that would hide it. */
class SimulatorError extends Error {
  constructor(message) {
    super(message);
    this.name = "SimulatorError";
    this.stack = `${this.name}: ${message}`;
  }
}

/** A call of the control API: what it answers, or a SimulatorError with the simulator's own words. */
async function call(origin, method, path, body, type = "application/json") {
  const headers = body === undefined ? {} : { "Content-Type": type };
  const token = process.env.VENICE_SIM_ADMIN_TOKEN ?? "none";
  if (token !== "none") headers.Authorization = `Bearer ${token}`;
  const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const send = origin.startsWith("https:") ? overTls : plainly;
  let reply;
  try {
    reply = await send(`${origin}/__sim${path}`, method, headers, sent);
  } catch (absent) {
    if (absent instanceof SimulatorError) throw absent;
    const reason = absent.cause?.code ?? absent.cause?.message ?? absent.code ?? absent.message;
    if (/CERT|LEAF_SIGNATURE/.test(reason)) {
      throw new SimulatorError(`the certificate of ${origin} is not trusted (${reason}); ${TRUST}`);
    }
    throw new SimulatorError(`no simulator answers at ${origin} (${reason}); ${HOW}`);
  }
  const { status, text } = reply;
  if (status < 200 || status > 299) {
    throw new SimulatorError(`${method} /__sim${path.split("?")[0]} was refused (${status}): ${detail(text)}`);
  }
  return text === "" ? undefined : JSON.parse(text);
}

async function plainly(url, method, headers, body) {
  const reply = await fetch(url, { method, headers, body });
  return { status: reply.status, text: await reply.text() };
}

/** As fetch does it, which takes no authority of its own. */
async function overTls(url, method, headers, body) {
  const ca = await authorities();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca }, (reply) => {
      const chunks = [];
      reply.on("data", (chunk) => chunks.push(chunk));
      reply.on("error", reject);
      reply.on("end", () => resolve({ status: reply.statusCode, text: Buffer.concat(chunks).toString("utf8") }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The one that the environment names, beside Node's; those of Node alone if it names none. */
async function authorities() {
  const file = process.env.VENICE_SIM_TLS_CA;
  if (!file) return undefined;
  try {
    return [...rootCertificates, await readFile(file, "utf8")];
  } catch (unread) {
    throw new SimulatorError(`VENICE_SIM_TLS_CA is ${file}, which cannot be read (${unread.code}); ${TRUST}`);
  }
}

function detail(text) {
  try {
    return JSON.parse(text).detail ?? text;
  } catch {
    return text;
  }
}

async function byJar(jar) {
  const known = await stat(jar).catch(() => undefined);
  if (!known?.isFile()) throw new SimulatorError(`VENICE_SIM_JAR is ${jar}, and there is no such file; ${HOW}`);
  const folder = await mkdtemp(join(tmpdir(), "venice-sim-"));
  const port = join(folder, "port");
  const log = await open(join(folder, "log"), "w");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name)));
  const pace = env.VENICE_SIM_JOB_TIME ? [] : ["--job-time", "polls:2"];
  const server = spawn("java", ["-jar", jar, "serve", "--port", "0", "--port-file", port, ...pace], {
    env,
    stdio: ["ignore", log.fd, log.fd],
  });
  let ended;
  const exit = new Promise((resolve) => {
    server.once("error", (e) => resolve((ended = e)));
    server.once("exit", () => resolve((ended ??= "exit")));
  });
  const stop = async () => {
    server.kill("SIGTERM");
    await exit;
    await log.close();
    await rm(folder, { recursive: true, force: true });
  };
  const until = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const lines = (await readFile(join(folder, "log"), "utf8")).split(/\r?\n/);
    // the port is known before this line, which tells the scheme
    const ready = lines.find((line) => line.startsWith("venice-sim ready "));
    if (ready !== undefined) {
      const scheme = ready.startsWith("venice-sim ready https:") ? "https" : "http";
      const tlsCa = lines.find((line) => line.startsWith(CA_LINE))?.slice(CA_LINE.length);
      return { origin: `${scheme}://127.0.0.1:${await readFile(port, "utf8")}`, stop, tlsCa };
    }
    if (ended !== undefined || Date.now() > until) {
      const said = (await readFile(join(folder, "log"), "utf8")).trim().split("\n").at(-1);
      await stop();
      if (ended?.code === "ENOENT") {
        throw new SimulatorError("VENICE_SIM_JAR needs a Java of version 17 or newer, and no java is on the PATH; install one");
      }
      throw new SimulatorError(`${jar} did not start; it said: ${said || "nothing"}`);
    }
    await sleep(50);
  }
}

async function byImage(image) {
  const run = async (...words) => {
    for (const engine of ["docker", "podman"]) {
      try {
        return await promisify(execFile)(engine, words);
      } catch (failed) {
        if (failed.code === "ENOENT") continue;
        const said = (failed.stderr ?? "").trim().split("\n").at(-1);
        throw new SimulatorError(`${basename(engine)} ${words[0]} of ${image} failed: ${said}; ${HOW}`);
      }
    }
    throw new SimulatorError(`VENICE_SIM_IMAGE is ${image}, and neither docker nor podman is on the PATH; ${HOW}`);
  };
  const told = async (...words) => (await run(...words)).stdout.trim();
  const pace = process.env.VENICE_SIM_JOB_TIME ?? "polls:2";
  const settings = ["-e", "VENICE_SIM_ADMIN_TOKEN=none", "-e", `VENICE_SIM_JOB_TIME=${pace}`];
  const container = await told("run", "-d", "-p", "127.0.0.1::8080", ...settings, image);
  const stop = () => run("rm", "-f", "-v", container);
  const until = Date.now() + PATIENCE_MILLIS;
  while ((await told("inspect", "-f", "{{.State.Running}}", container)) === "true" && Date.now() < until) {
    try {
      const origin = `http://${(await told("port", container, "8080")).split("\n")[0]}`;
      await call(origin, "GET", "/health");
      return { origin, stop };
    } catch (notYet) {
      if (!(notYet instanceof SimulatorError)) throw notYet;
      await sleep(100);
    }
  }
  const logs = await run("logs", "--tail", "3", container);
  await stop();
  const said = (logs.stdout + logs.stderr).trim().split("\n").join(" | ");
  throw new SimulatorError(`${image} did not start; it said: ${said || "nothing"}`);
}

/** The simulator that the environment names; `stop` ends it if it was started here. */
async function start() {
  const [url, jar, image] = OURS.map((name) => process.env[name]);
  if (url) {
    const origin = url.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
    await call(origin, "GET", "/health");
    return { origin, stop: async () => {} };
  }
  if (jar) return byJar(jar);
  if (image) return byImage(image);
  throw new SimulatorError(`there is no simulator to test against; ${HOW}`);
}

module.exports = { call, HOW, SimulatorError, start };
