package dev.venicesim;

import dev.venicesim.control.ControlApi;
import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.ControlTransport;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.UnsentRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;

/** Calls of a simulator in this JVM, without a connection. */
record DirectTransport(SimulatorServer server) implements ControlTransport {

    @Override
    public Answer send(Call call) {
        var reply = server.control(request(call)).stage().toCompletableFuture();
        try {
            var now = reply.get();
            return new Answer(now.status(), now.content() instanceof Content.Bytes bytes ? bytes.bytes() : new byte[0]);
        } catch (ExecutionException e) {
            throw new ControlException(call.shown() + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted while " + call.shown() + " was answered", e);
        }
    }

    private UnsentRequest request(Call call) {
        var headers = Headers.of("Host", URI.create(server.origin()).getRawAuthority());
        if (call.token().isPresent()) {
            headers = headers.with("Authorization", "Bearer " + call.token().get());
        }
        if (call.type().isPresent()) {
            headers = headers.with("Content-Type", call.type().get());
        }
        var here = InetAddress.getLoopbackAddress().getHostAddress();
        return UnsentRequest.of(
                server.origin(), here, call.method(), ControlApi.ROOT + call.path(), headers, call.body());
    }
}
