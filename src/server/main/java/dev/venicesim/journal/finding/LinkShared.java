package dev.venicesim.journal.finding;

import dev.venicesim.api.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A download link opened from more addresses than the API puts up with. */
@Verified(on = "2026-08-21", source = "docs/api/download-links.md#a-link-and-its-network")
final class LinkShared implements FindingRule<Map<String, Long>> {

    private static final int TOLERATED = 2;

    @Override
    public Card card() {
        return new Card("link-shared", Severity.WARNING, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.is("download") ? event.queueId() : Optional.empty();
    }

    @Override
    public Turn<Map<String, Long>> on(Optional<Map<String, Long>> before, ClientEvent event) {
        var seen = before.orElse(Map.of());
        if (seen.containsKey(event.asked().address())) {
            return Turn.keep(before);
        }
        if (seen.size() < TOLERATED) {
            var more = new LinkedHashMap<>(seen);
            more.put(event.asked().address(), event.n());
            return Turn.remember(Map.copyOf(more));
        }
        var evidence = new ArrayList<>(new TreeSet<>(seen.values()));
        evidence.add(event.n());
        return Turn.keep(before)
                .saying(RawFinding.of(
                        "opened one download link from more than " + TOLERATED + " addresses",
                        evidence.toArray(Long[]::new)));
    }
}
