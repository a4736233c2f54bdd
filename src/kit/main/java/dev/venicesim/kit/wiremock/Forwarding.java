package dev.venicesim.kit.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.venicesim.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Pattern;

/** Bridge that hands WireMock's requests to a simulator in the same process, and its replies back. */
record Forwarding(Simulator simulator, HttpClient client) implements AutoCloseable {

    /** Replies without an end. */
    private static final Pattern EVENTS = Pattern.compile("/__sim/(.*/)?events(\\?.*)?");

    static Forwarding to(Simulator simulator) {
        return new Forwarding(
                simulator,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    ResponseDefinition answer(Request request) {
        if (EVENTS.matcher(request.getUrl()).matches()) {
            return WireMock.aResponse()
                    .withStatus(501)
                    .withBody("WireMock hands replies over whole, so events cannot pass through it; ask "
                            + simulator.origin() + request.getUrl())
                    .build();
        }
        try {
            return definition(client.send(forwarded(request), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return WireMock.aResponse()
                    .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WireMock.aResponse().withStatus(503).build();
        }
    }

    private HttpRequest forwarded(Request request) {
        var body = request.getBody();
        var forwarded = HttpRequest.newBuilder(URI.create(simulator.origin() + request.getUrl()))
                .method(
                        request.getMethod().getName(),
                        body == null || body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (var header : request.getHeaders().all()) {
            if (isHandedOn(header.key())) {
                header.values().forEach(value -> forwarded.header(header.key(), value));
            }
        }
        // links and challenges carry the address the client called, which is WireMock's
        var host = request.getHeader("Host");
        forwarded.setHeader("X-Forwarded-Host", host == null ? request.getHost() + ":" + request.getPort() : host);
        forwarded.setHeader("X-Forwarded-Proto", request.getScheme());
        if (request.getHeader("X-Forwarded-For") == null) {
            forwarded.setHeader("X-Forwarded-For", request.getClientIp());
        }
        return forwarded.build();
    }

    private static ResponseDefinition definition(HttpResponse<byte[]> reply) {
        ResponseDefinitionBuilder definition =
                WireMock.aResponse().withStatus(reply.statusCode()).withBody(reply.body());
        reply.headers().map().forEach((name, values) -> {
            if (isHandedOn(name)) {
                definition.withHeader(name, values.toArray(String[]::new));
            }
        });
        return definition.build();
    }

    private static boolean isHandedOn(String header) {
        return !VeniceSimulatorMount.HOP.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
    }

    @Override
    public void close() {
        simulator.close();
    }
}
