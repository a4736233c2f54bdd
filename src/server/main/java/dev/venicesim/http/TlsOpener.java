package dev.venicesim.http;

import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/**
 * Opener of connections over TLS: HTTP/2 where the client offers it by ALPN, else HTTP/1.1.
 *
 * @param context what proves who the server is
 * @param handshakeMillis how long a client may take until both sides are agreed
 */
record TlsOpener(SSLContext context, long handshakeMillis) implements Opener {

    /** How the JDK calls what there is before a handshake has ended. */
    private static final String NOT_AGREED = "SSL_NULL_WITH_NULL_NULL";

    private static final int PREFERRED = 10;

    @Override
    public AcceptingChannel<SslConnection> open(
            XnioWorker worker, InetSocketAddress address, Protocol protocol, OptionMap sockets) throws IOException {
        var http2 = new Http2OpenListener(protocol.buffers(), protocol.options());
        http2.setRootHandler(protocol.handler());
        var alpn = new AlpnOpenListener(protocol.buffers(), protocol.options(), protocol.http(protocol.handler()))
                .addProtocol(Http2OpenListener.HTTP2, http2, PREFERRED);
        ChannelListener<SslConnection> opened = connection -> {
            PrefaceWatch.over(connection);
            connection
                    .getIoThread()
                    .executeAfter(() -> closeUnlessAgreed(connection), handshakeMillis, TimeUnit.MILLISECONDS);
            alpn.handleEvent(connection);
        };
        var ssl = new UndertowXnioSsl(worker.getXnio(), OptionMap.create(Options.USE_DIRECT_BUFFERS, true), context);
        return ssl.createSslConnectionServer(
                worker, address, ChannelListeners.<SslConnection>openListenerAdapter(opened), sockets);
    }

    /** Undertow waits for the rest of a handshake without a limit. */
    private static void closeUnlessAgreed(SslConnection connection) {
        var session = connection.getSslSession();
        if (session == null || session.getCipherSuite().equals(NOT_AGREED)) {
            IoUtils.safeClose(connection);
        }
    }
}
