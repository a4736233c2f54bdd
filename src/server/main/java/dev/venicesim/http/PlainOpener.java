package dev.venicesim.http;

import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** Opener of plain connections: HTTP/1.1, and HTTP/2 by its preface or by an upgrade. */
final class PlainOpener implements Opener {

    @Override
    public AcceptingChannel<StreamConnection> open(
            XnioWorker worker, InetSocketAddress address, Protocol protocol, OptionMap sockets) throws IOException {
        var handler = protocol.handler();
        var http = protocol.http(new UpgradeCheck(handler, new Http2UpgradeHandler(handler)));
        ChannelListener<StreamConnection> opened = connection -> {
            PrefaceWatch.over(connection);
            http.handleEvent(connection);
        };
        return worker.createStreamConnectionServer(
                address, ChannelListeners.<StreamConnection>openListenerAdapter(opened), sockets);
    }
}
