package dev.venicesim.stub;

import dev.venicesim.wire.Reply;
import java.util.List;
import java.util.Locale;

/**
 * Reply of a mapping made harmless to a browser: a page comes from the simulator's own origin, but its scripts do not
 * run there, where they could read every world.
 */
final class PassiveDocument {

    private static final String POLICY = "Content-Security-Policy";

    /** Of what browsers show or save and never run. */
    private static final List<String> PASSIVE = List.of(
            "application/json",
            "application/problem+json",
            "video/",
            "audio/",
            "image/png",
            "image/jpeg",
            "image/webp");

    private PassiveDocument() {}

    static Reply.Now of(Reply.Now reply) {
        var type = header(reply, "Content-Type").toLowerCase(Locale.ROOT);
        if (PASSIVE.stream().anyMatch(type::startsWith)) {
            return reply;
        }
        var theirs = header(reply, POLICY);
        return reply.with(POLICY, theirs.isEmpty() ? "sandbox" : theirs + ", sandbox")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String header(Reply.Now reply, String name) {
        return reply.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
