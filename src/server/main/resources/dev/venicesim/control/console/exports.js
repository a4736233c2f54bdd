import { date } from "./dom.js";

const text = body => (body === null || body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body));
const quoted = value => `'${value.replaceAll("'", "'\\''")}'`;
const LEFT_OUT = new Set(["host", "content-length", "connection", "accept-encoding", "user-agent", "accept",
  "upgrade", "http2-settings", "transfer-encoding"]);

const header = (message, name) =>
  Object.entries(message.headers).find(([key]) => key.toLowerCase() === name)?.[1];

function target(entry) {
  return entry.path + (entry.request.query ? `?${entry.request.query}` : "");
}

/** What of a request cannot be sent again, since the journal keeps media as their hash and long texts cut: in words. */
function missing(entry, mark) {
  const body = text(entry.request.body);
  const isShort = /\.\.\. \(\d+ more( bytes)?\)/.test(body);
  return /"sha256":"[0-9a-f]{64}"/.test(body) || isShort
    ? `${mark}Not the whole request: the journal keeps media as their hash, and of long texts the beginning.\n`
    : "";
}

export function curl(entry) {
  const parts = [`curl -sS -X ${quoted(entry.method)} ${quoted(location.origin + target(entry))}`];
  for (const [name, value] of Object.entries(entry.request.headers)) {
    if (LEFT_OUT.has(name.toLowerCase())) continue;
    parts.push(name.toLowerCase() === "authorization"
      ? '-H "Authorization: Bearer $VENICE_API_KEY"'
      : `-H ${quoted(`${name}: ${value}`)}`);
  }
  const body = text(entry.request.body);
  if (body) parts.push(`--data-raw ${quoted(body)}`);
  return missing(entry, "# ") + parts.join(" \\\n  ") + "\n";
}

const java = value => JSON.stringify(value);

export function junit(entry, world) {
  const body = text(entry.request.body);
  const publisher = body ? `BodyPublishers.ofString(${java(body)})` : "BodyPublishers.noBody()";
  const path = target(entry).replace(/^\/api\/v1/, "");
  return `${missing(entry, "// ")}import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.Edition;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@VeniceSimulatorTest
@Edition("${world.edition}")
class Request${entry.n}Test {

    @Test
    void isAnsweredWith${entry.status}(VeniceWorld world) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(world.baseUrl() + ${java(path)}))
                .header("Authorization", "Bearer " + world.apiKey())
                .header("Content-Type", ${java(header(entry.request, "content-type") || "application/json")})
                .method(${java(entry.method)}, ${publisher})
                .build();
        var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(${entry.status});
    }
}
`;
}

/** A scenario in which the same is answered again. */
export function scenario(entry) {
  const head = `# from request ${entry.n} of ${date(entry.at)}\n`;
  if (entry.status >= 400 || entry.status === 0) {
    const body = entry.reply.body === null ? "" : `, body: ${JSON.stringify(entry.reply.body)}`;
    const answer = entry.status === 0 ? "reset" : `{ respond: { status: ${entry.status}${body} } }`;
    return `${head}description: ${JSON.stringify(`The first ${entry.endpoint} is answered with ${entry.status}.`)}
faults:
  - on: ${entry.endpoint}
    nth: 1
    ${entry.status === 0 ? "reset: {}" : answer.slice(2, -2)}
`;
  }
  const model = entry.request.body && entry.request.body.model;
  return `${head}description: ${JSON.stringify(`${entry.method} ${entry.path} works.`)}
jobs:
  - ${model ? `when: { model: ${JSON.stringify(model)} }\n    ` : ""}time: 40s
    outcome: completes
`;
}

export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
