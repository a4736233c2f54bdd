package dev.venicesim.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Reader of the list of editions: every {@code editions/index.txt} on the class path.
 */
final class EditionIndex {

    private static final String INDEX = EditionFiles.ROOT.substring(1) + "index.txt";

    static final List<ApiEdition> SHIPPED = read();

    private EditionIndex() {}

    private static List<ApiEdition> read() {
        var ids = new TreeSet<String>();
        try {
            for (var url : Collections.list(EditionIndex.class.getClassLoader().getResources(INDEX))) {
                try (var in = url.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(ids::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // ids are dates, so that their order is that of time
        return ids.stream().map(ApiEdition::new).toList();
    }
}
