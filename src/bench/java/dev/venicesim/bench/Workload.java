package dev.venicesim.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request, sent over and over.
 *
 * @param name as reports and the command line call it
 * @param method HTTP method
 * @param path path and query
 * @param headers header lines beside Host and Content-Length
 * @param body bytes of the body
 * @param status what every reply must have
 * @param share part of the usual number of requests; small for expensive ones
 */
record Workload(
        String name, String method, String path, List<String> headers, byte[] body, int status, double share) {

    static Workload post(String name, String path, String key, String json, int status, double share) {
        var headers = key.isEmpty()
                ? List.of("Content-Type: application/json")
                : List.of("Content-Type: application/json", "Authorization: Bearer " + key);
        return new Workload(name, "POST", path, headers, json.getBytes(StandardCharsets.UTF_8), status, share);
    }

    /** The request as it goes over the wire. */
    byte[] bytes(String host) {
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
