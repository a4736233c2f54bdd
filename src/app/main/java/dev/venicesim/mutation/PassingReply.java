package dev.venicesim.mutation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reply of the simulator on its way to a client.
 *
 * @param status of HTTP
 * @param headers by name in lower case
 * @param body as it is sent
 */
record PassingReply(int status, Map<String, String> headers, byte[] body) {

    PassingReply withStatus(int other) {
        return new PassingReply(other, headers, body);
    }

    PassingReply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new PassingReply(status, more, body);
    }

    PassingReply without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new PassingReply(status, fewer, body);
    }

    PassingReply withBody(byte[] other) {
        return new PassingReply(status, headers, other);
    }

    String type() {
        return Optional.ofNullable(headers.get("content-type")).orElse("");
    }
}
