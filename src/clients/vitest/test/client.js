// A client as somebody writes one.
export async function post(venice, path, body) {
  const reply = await fetch(venice.baseUrl + path, {
    method: "POST",
    headers: { Authorization: `Bearer ${venice.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
  return reply;
}

export async function queue(venice) {
  const order = { model: "wan-2.6-text-to-video", prompt: "a gondola", duration: "5s", aspect_ratio: "16:9", resolution: "720p" };
  const { model, queue_id } = await (await post(venice, "/video/queue", order)).json();
  return { model, queue_id };
}
