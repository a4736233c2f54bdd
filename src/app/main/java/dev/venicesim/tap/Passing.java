package dev.venicesim.tap;

import dev.venicesim.api.Operation;
import dev.venicesim.http.StreamedExchange;
import dev.venicesim.journal.Bodies;
import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.RecordedExchange;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One exchange on its way through the tap, and what is kept of it. */
final class Passing {

    private static final int PIECE = 16 * 1024;
    private static final int LONGEST_ORDER_REPLY = 64 * 1024;

    private final TapTarget target;
    private final StreamedExchange exchange;
    private final URI address;
    private final TimeSource time;
    private final Instant began;
    private final Bodies bodies = new Bodies();
    private final Copy asked = new Copy();
    private final Copy answered = new Copy();
    private Optional<byte[]> whole = Optional.empty();
    private List<Map.Entry<String, String>> replyHeaders = List.of();

    Passing(TapTarget target, StreamedExchange exchange, URI address, TimeSource time) {
        this.target = target;
        this.exchange = exchange;
        this.address = address;
        this.time = time;
        this.began = time.now();
    }

    StreamedExchange exchange() {
        return exchange;
    }

    URI address() {
        return address;
    }

    /** Where the copy of the request's body goes. */
    Copy asked() {
        return asked;
    }

    /** Of the request, by name. */
    Map<String, String> headers() {
        return HeaderPass.byName(exchange.headers());
    }

    String apiPath() {
        return target.apiPath(address.getRawPath());
    }

    boolean isOfTheApi() {
        return apiPath().startsWith(Operation.ROOT + "/") || apiPath().startsWith(Operation.LINKS);
    }

    /** The request's body was read already. */
    void keepWhole(byte[] body) {
        whole = Optional.of(body);
    }

    /**
     * Sends the client what the target answers.
     *
     * @throws TargetBrokeException if the target ends it too early
     * @throws IOException if the client is gone
     */
    void relay(HttpResponse<?> reply, InputStream from) throws IOException {
        replyHeaders = reply.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                .toList();
        var length = reply.headers().firstValueAsLong("Content-Length").orElse(StreamedExchange.UNKNOWN);
        var isOrder = apiPath().equals(Operation.QUEUE.path()) && length <= LONGEST_ORDER_REPLY;
        var links = new LinkTurn(target.origin(), tapOrigin());
        var passing = HeaderPass.passing(replyHeaders);
        if (!isOrder || reply.statusCode() != 200) {
            send(reply.statusCode(), passing, length, from);
            return;
        }
        var body = read(from, LONGEST_ORDER_REPLY);
        var turned = links.turned(Copy.decoded(coding(), body));
        if (turned.isEmpty()) {
            var rest = new SequenceInputStream(new ByteArrayInputStream(body), from);
            send(reply.statusCode(), passing, length, rest);
            return;
        }
        replyHeaders = passing.stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Content-Encoding"))
                .toList();
        var own = turned.get();
        send(reply.statusCode(), replyHeaders, own.length, new ByteArrayInputStream(own));
    }

    private String tapOrigin() {
        return "http://" + headers().getOrDefault("Host", "");
    }

    private String coding() {
        return HeaderPass.all(replyHeaders, "Content-Encoding");
    }

    private void send(int status, List<Map.Entry<String, String>> headers, long length, InputStream from)
            throws IOException {
        var hasNoBody = exchange.method().equals("HEAD") || status == 204 || status == 304;
        if (hasNoBody) {
            var told = length == StreamedExchange.UNKNOWN || status == 204
                    ? headers
                    : Stream.concat(headers.stream(), Stream.of(Map.entry("Content-Length", Long.toString(length))))
                            .toList();
            exchange.reply(status, told, StreamedExchange.UNKNOWN).close();
            return;
        }
        var out = exchange.reply(status, headers, length);
        try {
            var piece = new byte[PIECE];
            for (var read = read(from, piece); read >= 0; read = read(from, piece)) {
                answered.take(piece, 0, read);
                out.write(piece, 0, read);
                if (length == StreamedExchange.UNKNOWN) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // closed in good order it would look whole
            exchange.breakOff();
            throw e;
        }
        out.close();
    }

    private static int read(InputStream from, byte[] piece) throws IOException {
        try {
            return from.read(piece);
        } catch (IOException e) {
            throw new TargetBrokeException(e);
        }
    }

    private static byte[] read(InputStream from, int most) throws IOException {
        try {
            return from.readNBytes(most);
        } catch (IOException e) {
            throw new TargetBrokeException(e);
        }
    }

    /** What is kept of it, once it has been answered. */
    TapSession.Seen seen(int status) {
        var request = exchange.headers();
        var query = Optional.ofNullable(address.getRawQuery()).orElse("");
        return new TapSession.Seen(
                began,
                exchange.method(),
                apiPath(),
                status,
                Duration.between(began, time.now()).toNanos() / 1_000,
                new RecordedExchange(
                        query,
                        new RecordedExchange.Message(RecordedHeaders.asked(request), kept(asked, request)),
                        new RecordedExchange.Message(
                                RecordedHeaders.answered(replyHeaders), kept(answered, replyHeaders))));
    }

    private KeptBody kept(Copy copy, List<Map.Entry<String, String>> headers) {
        var type = HeaderPass.all(headers, "Content-Type");
        if (whole.isPresent() && copy.equals(asked)) {
            return bodies.of(type, new Content.Bytes(whole.get()), "");
        }
        if (copy.length() == 0) {
            return KeptBody.NONE;
        }
        return copy.isWhole()
                ? bodies.of(
                        type,
                        new Content.Bytes(Copy.decoded(HeaderPass.all(headers, "Content-Encoding"), copy.bytes())),
                        "")
                : new KeptBody.Media(type, "", copy.length());
    }
}
