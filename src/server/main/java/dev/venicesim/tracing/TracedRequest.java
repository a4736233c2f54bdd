package dev.venicesim.tracing;

import dev.venicesim.wire.ForwardingRequest;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;

/** Request that has a span. */
record TracedRequest(Request sent, RequestSpan span) implements ForwardingRequest {}
