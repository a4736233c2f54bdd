package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the edition a target or a file is compared with. */
final class EditionOption {

    @Option(
            names = "--edition",
            paramLabel = "DATE",
            completionCandidates = Ids.class,
            description = "What it is compared with (default: " + ApiEdition.DEFAULT + "): ${COMPLETION-CANDIDATES}.")
    private @Nullable String edition;

    boolean isGiven() {
        return edition != null;
    }

    /** What there is to choose from. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(ApiEdition.all().stream().map(ApiEdition::id), Stream.of(ApiEdition.LATEST))
                    .iterator();
        }
    }

    /**
     * @throws IllegalArgumentException naming the editions there are
     */
    ApiEdition edition() {
        return find("edition", edition == null ? ApiEdition.DEFAULT : edition);
    }

    /**
     * The edition that is given, else the one that a file has.
     *
     * @param setting that names the file
     * @throws IllegalArgumentException naming the editions there are
     */
    ApiEdition editionOr(String setting, String ofFile) {
        return edition == null ? find(setting + "'s edition", ofFile) : edition();
    }

    private static ApiEdition find(String setting, String id) {
        return ApiEdition.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + " cannot be \"" + id + "\"; give " + ApiEdition.choices()));
    }
}
