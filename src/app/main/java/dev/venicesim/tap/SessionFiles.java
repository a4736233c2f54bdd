package dev.venicesim.tap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.pact.PactCall;
import dev.venicesim.pact.PactFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that a session becomes, each free of secrets.
 *
 * @param folder where they go
 * @param consumer the client's name in the pact
 * @param edition for scenario and pact; empty for that of whoever uses them
 */
public record SessionFiles(Path folder, String consumer, String edition) {

    /**
     * Makes sure before anything is asked that the folder takes files and holds none.
     *
     * @throws IllegalArgumentException if it holds some
     * @throws WholeFile.CannotWriteException if it takes none
     */
    public void prepare() {
        WholeFile.prepare(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException("out cannot be \"" + folder
                        + "\": it holds files already, and those of two sessions do not mix; give a new folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes them.
     *
     * @param source who was recorded
     * @return a line about each
     */
    public List<String> write(TapSession session, String source, Instant now) {
        var lines = new ArrayList<String>();
        var entries = session.entries();
        var shared = session.shared();
        var calls = entries.stream().map(PactCall::of).flatMap(Optional::stream).toList();
        var scenario = (ObjectNode) SessionScenario.of(calls, edition, shared);
        lines.add(saved(
                "scenario.json",
                scenario,
                scenario.path("jobs").size() + scenario.path("faults").size(),
                "rules"));
        var stubs = SessionStubs.of(calls, shared);
        stubs.forEach((name, mapping) ->
                WholeFile.write(folder.resolve("stubs/mappings").resolve(name), JsonReport.text(mapping)));
        WholeFile.prepare(folder.resolve("stubs/mappings"));
        WholeFile.write(folder.resolve("stubs/__files").resolve(SessionStubs.VIDEO), video());
        lines.add("saved " + stubs.size() + " mappings in " + folder.resolve("stubs"));
        var pact = PactFile.of(consumer, entries, edition, shared);
        lines.add(saved("pact.json", pact, pact.path("interactions").size(), "interactions"));
        if (!session.quotes().isEmpty()) {
            var prices = session.quotes().file(source, now.toString().substring(0, 10));
            lines.add(saved("prices.json", prices, prices.path("rows").size(), "price rows"));
        }
        return lines;
    }

    private String saved(String name, ObjectNode json, int count, String of) {
        WholeFile.write(folder.resolve(name), JsonReport.text(json));
        return "saved " + count + " " + of + " in " + folder.resolve(name);
    }

    private static byte[] video() {
        try (var stream =
                SessionFiles.class.getResourceAsStream("/dev/venicesim/stubs/__files/" + SessionStubs.VIDEO)) {
            if (stream == null) {
                throw new IllegalStateException("the stub pack has no " + SessionStubs.VIDEO);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
