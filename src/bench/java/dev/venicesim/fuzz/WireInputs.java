package dev.venicesim.fuzz;

import dev.venicesim.fuzz.FuzzInput.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Inputs that are no HTTP, or just so: heads, framing and chunks of HTTP/1.1, frames of HTTP/2. */
final class WireInputs {

    private static final String[] HEADS = {
        "GET /__sim/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /api/v1/video/quote HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 2\n\n{}",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n{}",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
        "GET /api/v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
        "GET http://h/api/v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET /api/v1/models?%zz=%&=&a=%e2%28%a1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /__sim/events HTTP/1.1\r\nHost: 127.0.0.1\r\nLast-Event-ID: 999999999999999999\r\n\r\n",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 18446744073709551618\r\n\r\n{}",
        "POST /api/v1/video/quote HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\nA: b\r\n\r\n",
        "GET /api/v1/../../__sim/worlds HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    };

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** {@code :method GET, :scheme http, :path /, :authority x}, by the static table. */
    private static final byte[] REQUEST = {(byte) 0x82, (byte) 0x86, (byte) 0x84, 0x41, 0x01, 'x'};

    FuzzInput http1(RandomGenerator random) {
        var head = InputMaker.one(random, HEADS).getBytes(StandardCharsets.ISO_8859_1);
        var bytes = random.nextInt(4) == 0 ? head : Mutations.bytes(head, random);
        if (random.nextInt(5) == 0) {
            bytes = FuzzInput.joined(bytes, InputMaker.one(random, HEADS).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (random.nextInt(200) == 0) {
            bytes = ("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(5_000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
        return new FuzzInput("http/1.1 wire", bytes, Answer.ANY_BYTES);
    }

    FuzzInput http2(RandomGenerator random) {
        var frames = FuzzInput.joined(PREFACE, frame(4, 0, 0, new byte[0]));
        for (var i = 1 + random.nextInt(8); i > 0; i--) {
            frames = FuzzInput.joined(frames, any(random));
        }
        return new FuzzInput(
                "http/2 wire", random.nextInt(3) == 0 ? Mutations.bytes(frames, random) : frames, Answer.ANY_BYTES);
    }

    private static byte[] any(RandomGenerator random) {
        var stream = 1 + 2 * random.nextInt(4);
        return switch (random.nextInt(10)) {
            case 0 -> frame(0, random.nextInt(256), stream, new byte[random.nextInt(200)]);
            case 1 -> frame(1, 0x4, stream, REQUEST);
            case 2 -> FuzzInput.joined(frame(1, 0x5, stream, REQUEST), frame(3, 0, stream, new byte[] {0, 0, 0, 8}));
            case 3 ->
                frame(
                        4,
                        0,
                        0,
                        ByteBuffer.allocate(6)
                                .putShort((short) random.nextInt(9))
                                .putInt(random.nextInt())
                                .array());
            case 4 -> frame(6, random.nextInt(2), 0, new byte[8]);
            case 5 ->
                frame(
                        8,
                        0,
                        random.nextBoolean() ? 0 : stream,
                        ByteBuffer.allocate(4).putInt(random.nextInt()).array());
            case 6 -> frame(9, 0, stream, new byte[random.nextInt(50)]);
            case 7 -> frame(2, 0, stream, new byte[5]);
            case 8 -> frame(1, random.nextInt(256), stream, Mutations.bytes(REQUEST, random));
            default -> frame(random.nextInt(20), random.nextInt(256), random.nextInt(), new byte[random.nextInt(30)]);
        };
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
