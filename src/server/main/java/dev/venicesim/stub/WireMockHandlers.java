package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server that listens nowhere: it only takes hold of the two handlers WireMock gives to servers. */
final class WireMockHandlers implements HttpServerFactory {

    private @Nullable AdminRequestHandler admin;
    private @Nullable StubRequestHandler stubs;

    @Override
    public HttpServer buildHttpServer(
            Options options, AdminRequestHandler adminRequestHandler, StubRequestHandler stubRequestHandler) {
        admin = adminRequestHandler;
        stubs = stubRequestHandler;
        return new Nowhere();
    }

    RequestHandler admin() {
        return Objects.requireNonNull(admin);
    }

    RequestHandler stubs() {
        return Objects.requireNonNull(stubs);
    }

    private static final class Nowhere implements HttpServer {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public int httpsPort() {
            return -1;
        }
    }
}
