package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;

/** Receiver of a request's body, or of the reason why there is none. */
interface BodyReceiver {
    /** All of it, on the I/O thread inside the exchange's call. */
    void received(HttpServerExchange exchange, byte[] body);

    /**
     * It is longer than allowed; whoever answers calls back once the reply is on its way, so that a client that is
     * still sending comes to read it.
     */
    void tooLarge(HttpServerExchange exchange, Runnable replied);

    /** No memory for it within the deadline; likewise. */
    void noRoom(HttpServerExchange exchange, Runnable replied);

    /** What came is no chunk, and nothing more comes. */
    void malformed(HttpServerExchange exchange);
}
