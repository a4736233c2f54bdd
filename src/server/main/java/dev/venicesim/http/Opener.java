package dev.venicesim.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** Opener of connections: what comes before their first request. */
interface Opener {

    /**
     * What is spoken once a connection is open.
     *
     * @param handler of requests
     * @param buffers what connections are read into
     * @param options of HTTP
     */
    record Protocol(HttpHandler handler, ByteBufferPool buffers, OptionMap options) {

        /** HTTP/1.1 with its requests going to another handler. */
        HttpOpenListener http(HttpHandler root) {
            var http = new HttpOpenListener(buffers, options);
            http.setRootHandler(root);
            return http;
        }
    }

    /**
     * A socket that accepts connections once it is told to.
     *
     * @throws IOException if the address cannot be had
     */
    AcceptingChannel<? extends StreamConnection> open(
            XnioWorker worker, InetSocketAddress address, Protocol protocol, OptionMap sockets) throws IOException;
}
