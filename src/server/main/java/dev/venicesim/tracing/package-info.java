/** Spans of requests by the OpenTelemetry API, where a user has added it. */
@NullMarked
package dev.venicesim.tracing;

import org.jspecify.annotations.NullMarked;
