import { url } from "./api.js";

const TYPES = ["request", "job", "money", "finding", "clock", "world", "gap"];
const NAME = "venice-sim-events";

/**
 * One stream of events for all pages of a browser: the page that holds the lock opens it and passes on what it hears.
 * Without locks (a plain http address that is not localhost) each page has its own.
 */
export function listen(onEvent, onState) {
  const channel = "BroadcastChannel" in window && navigator.locks ? new BroadcastChannel(NAME) : null;
  const tell = message => {
    receive(message);
    if (channel) channel.postMessage(message);
  };
  const receive = message => (message.state ? onState(message.state) : onEvent(message.type, message.data));
  let source = null;
  const open = () => {
    source = new EventSource(url("/events"));
    source.onopen = () => tell({ state: "live" });
    source.onerror = () => tell({ state: source.readyState === EventSource.CLOSED ? "off" : "reconnecting" });
    TYPES.forEach(type => source.addEventListener(type, event => tell({ type, data: JSON.parse(event.data) })));
  };
  if (!channel) {
    open();
    return;
  }
  channel.onmessage = message => {
    if (message.data.ask) {
      if (source) channel.postMessage({ state: source.readyState === EventSource.OPEN ? "live" : "reconnecting" });
    } else {
      receive(message.data);
    }
  };
  channel.postMessage({ ask: true });
  navigator.locks.request(NAME, () => {
    open();
    return new Promise(() => {});
  });
}
