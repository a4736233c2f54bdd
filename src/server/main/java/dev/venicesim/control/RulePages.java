package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Pages about the rules of findings, and what to do about each: {@code docs/findings.md}, as a whole or a rule at a
 * time.
 */
final class RulePages {

    /** Under which the rules are found. */
    static final String PATH = ControlApi.ROOT + "/rules/";

    private static final String TYPE = "text/markdown; charset=utf-8";
    private static final String HEADING = "\n## ";

    Reply all() {
        return page(text());
    }

    Reply one(String rule) {
        var text = text();
        var start = text.indexOf(HEADING + rule + "\n");
        if (start < 0) {
            throw ProblemException.notFound(
                    "no rule is called \"" + rule + "\"; " + ControlApi.ROOT + "/rules has them all");
        }
        var end = text.indexOf(HEADING, start + 1);
        return page(text.substring(start + 1, end < 0 ? text.length() : end));
    }

    private static Reply page(String text) {
        return Reply.bytes(200, TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try (var file = RulePages.class.getResourceAsStream("/dev/venicesim/docs/findings.md")) {
            if (file == null) {
                throw new IllegalStateException("docs/findings.md is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
