const ROOT = "/__sim";

/** What the control API refused, in its own words. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

let signedOut = () => {};

export function whenSignedOut(task) {
  signedOut = task;
}

async function refusal(reply) {
  const text = await reply.text();
  try {
    return new Refused(reply.status, JSON.parse(text).detail || text);
  } catch {
    return new Refused(reply.status, text || `status ${reply.status}`);
  }
}

async function call(method, path, body, type = "application/json") {
  const options = { method, credentials: "same-origin" };
  if (body !== undefined) {
    options.headers = { "Content-Type": type };
    options.body = typeof body === "string" ? body : JSON.stringify(body);
  }
  const reply = await fetch(ROOT + path, options);
  if (reply.status === 401 && path !== "/session") signedOut();
  if (!reply.ok) throw await refusal(reply);
  const text = await reply.text();
  if (!text) return null;
  return reply.headers.get("Content-Type").includes("json") ? JSON.parse(text) : text;
}

export const get = path => call("GET", path);
export const post = (path, body) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const put = (path, body, type) => call("PUT", path, body, type);
export const remove = path => call("DELETE", path);
export const url = path => ROOT + path;
