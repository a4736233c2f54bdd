package dev.venicesim.tap;

import dev.venicesim.api.Operation;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.http.StreamedExchange;
import dev.venicesim.http.StreamingServer;
import dev.venicesim.money.Usd;
import dev.venicesim.pact.PactCall;
import dev.venicesim.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Proxy in front of a target that records what passes. Bodies are sent on as they come, and kept as far as the files
 * need them; only what may cost money is read whole before it is sent.
 */
public final class Tap implements AutoCloseable {

    /** To the first byte of a reply; a reply then takes as long as it takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TapTarget target;
    private final HttpClient http;
    private final SpendingGate gate;
    private final TimeSource time;
    private final TapSession session = new TapSession();
    private final WholeBodies bodies = new WholeBodies();
    private final StreamingServer server;

    /** Where a tap listens; port 0 for a free one. */
    public record Address(String host, int port) {}

    private Tap(TapTarget target, Address address, Optional<SpendingCap> cap, TimeSource time) {
        this.target = target;
        this.http = target.client();
        this.gate = new SpendingGate(target, http, cap, session::quoted);
        this.time = time;
        this.server = StreamingServer.start(address.host(), address.port(), this::answer);
    }

    /**
     * Starts listening.
     *
     * @param cap of what may be paid; absent where nothing may
     * @throws RuntimeException wrapping a {@link java.net.BindException} if the address cannot be had
     */
    public static Tap start(TapTarget target, Address address, Optional<SpendingCap> cap, TimeSource time) {
        return new Tap(target, address, cap, time);
    }

    /** What clients take instead of the target's base URL. */
    public String baseUrl() {
        return server.origin() + target.path();
    }

    public TapSession session() {
        return session;
    }

    public Usd spent() {
        return gate.spent();
    }

    /** Takes no new requests and waits, at most so long, until those in flight have been answered. */
    public void drain(Duration atMost) throws InterruptedException {
        server.drain(atMost);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(StreamedExchange exchange) throws IOException, InterruptedException {
        var address = target.address(exchange.target());
        if (address.isEmpty()) {
            OwnReply.send(exchange, 400, "what was asked for is no path of the target");
            return;
        }
        session.hear(exchange.headers());
        var passing = new Passing(target, exchange, address.get(), time);
        var cost = PaidCall.of(exchange.method(), passing.apiPath(), passing.headers());
        if (cost == PaidCall.FREE) {
            pass(passing, exchange.body(), exchange.length(), status -> {});
            return;
        }
        var whole = bodies.of(exchange);
        if (whole.isEmpty()) {
            OwnReply.send(exchange, 413, "the API takes no body of this length");
            return;
        }
        try (var body = whole.get()) {
            pay(cost, passing, body.bytes());
        }
    }

    private void pay(PaidCall cost, Passing passing, byte[] body) throws IOException, InterruptedException {
        var pass = gate.ask(cost, passing.headers(), body);
        if (!pass.objection().isEmpty()) {
            var what = passing.exchange().method() + " " + passing.apiPath();
            OwnReply.send(passing.exchange(), 402, what + " was not sent: " + pass.objection());
            return;
        }
        passing.keepWhole(body);
        pass(passing, new ByteArrayInputStream(body), body.length, status -> gate.answered(pass, status));
    }

    /**
     * @param answered hears the status before the client does, so that a price that was given back can be paid again
     */
    private void pass(Passing passing, InputStream body, long length, IntConsumer answered)
            throws IOException, InterruptedException {
        var exchange = passing.exchange();
        var asked = new CopiedStream(body, passing.asked());
        try {
            var reply = http.send(request(passing, asked, length), BodyHandlers.ofInputStream());
            answered.accept(reply.statusCode());
            relay(passing, reply);
        } catch (HttpTimeoutException e) {
            OwnReply.send(exchange, 504, "the target gave no answer within " + PATIENCE.toMinutes() + " minutes");
        } catch (IllegalArgumentException e) {
            OwnReply.send(exchange, 400, "the request cannot be sent on: " + e.getMessage());
        } catch (TargetBrokeException e) {
            exchange.breakOff();
        } catch (IOException e) {
            if (asked.isBroken() || !exchange.isUnanswered()) {
                exchange.breakOff();
            } else {
                OwnReply.send(
                        exchange,
                        502,
                        "the target cannot be reached: " + target.trust().inWords(e));
            }
        }
    }

    private static HttpRequest request(Passing passing, InputStream body, long length) {
        var exchange = passing.exchange();
        var request = HttpRequest.newBuilder(passing.address())
                .timeout(PATIENCE)
                .method(exchange.method(), publisher(body, length));
        HeaderPass.passing(exchange.headers()).forEach(header -> request.header(header.getKey(), header.getValue()));
        return request.build();
    }

    private static BodyPublisher publisher(InputStream body, long length) {
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        var stream = BodyPublishers.ofInputStream(() -> body);
        return length == StreamedExchange.UNKNOWN ? stream : BodyPublishers.fromPublisher(stream, length);
    }

    private void relay(Passing passing, HttpResponse<InputStream> reply) throws IOException {
        try (var from = reply.body()) {
            passing.relay(reply, from);
            record(passing, reply.statusCode());
        }
    }

    private void record(Passing passing, int status) {
        if (!passing.isOfTheApi()) {
            return;
        }
        var seen = passing.seen(status);
        var call = PactCall.of(session.add(seen));
        call.filter(quote -> quote.operation() == Operation.QUOTE && status == 200)
                .ifPresent(quote -> session.quoted(quote.asked(), quote.answered()));
    }
}
