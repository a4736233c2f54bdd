/** Ingress: the only room that knows Undertow. Bytes to requests, replies to bytes. */
@NullMarked
package dev.venicesim.http;

import org.jspecify.annotations.NullMarked;
