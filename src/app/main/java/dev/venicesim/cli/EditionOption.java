package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Option that names the edition a target or a file is compared with. */
final class EditionOption {

    @Option(
            names = "--edition",
            defaultValue = ApiEdition.DEFAULT,
            paramLabel = "DATE",
            completionCandidates = Ids.class,
            description = "What it is compared with (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private String edition = ApiEdition.DEFAULT;

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
        return ApiEdition.find(edition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition cannot be \"" + edition + "\"; give " + ApiEdition.choices()));
    }
}
