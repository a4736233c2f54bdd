package dev.venicesim.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * {@code docs/CONTRACT.md}: every check, its source, and when it was last compared with the real API, as which edition.
 */
public final class ContractPage {

    private static final String RUNS = "/dev/venicesim/contract/compared.json";
    private static final String REAL = "https://api.venice.ai/api/v1";

    private ContractPage() {}

    /** The page by the runs that this version ships. */
    public static String markdown() {
        try (var in = ContractPage.class.getResourceAsStream(RUNS)) {
            if (in == null) {
                throw new IllegalStateException(RUNS + " is missing from the class path");
            }
            return markdown(Json.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page by other runs.
     *
     * @param runs a list of {@code check.json} reports, oldest first; those against anything but the real API do not
     *     count
     */
    public static String markdown(JsonNode runs) {
        var page = new StringBuilder("# The contract\n\n");
        page.append(
                "What `venice-sim check` tries, made from the checks themselves. Each agrees with the simulator in every"
                        + " edition that it is about, in every build.\n"
                        + "`free` ones always run, `paid` ones with `--max-usd`, and `on request` ones, which upload 35 MB or get the"
                        + " key blocked for half a minute, only when named by `--only`.\n"
                        + "\"Compared\" says when a check last met the real API, as which edition, and what came of it."
                        + said(runs) + "\n\n");
        page.append("| check | claim | cost | source | compared | settles |\n|---|---|---|---|---|---|\n");
        Contract.all().forEach(check -> page.append(row(check, compared(check, runs))));
        page.append("\n## Behaviour of edition 2026-10-02 that no check tries\n\n");
        UntriedBehaviour.reasons()
                .forEach((anchor, why) -> page.append("- ")
                        .append(UntriedBehaviour.PAGE)
                        .append('#')
                        .append(anchor)
                        .append(": ")
                        .append(why)
                        .append(".\n"));
        page.append("\n## Quirks no check settles\n\n");
        Arrays.stream(ApiQuirk.values())
                .filter(quirk -> !isSettled(quirk))
                .forEach(quirk -> page.append("- `")
                        .append(quirk.label())
                        .append("` (")
                        .append(quirk.decides())
                        .append("): ")
                        .append(UnsettledQuirks.why(quirk))
                        .append(".\n"));
        return page.toString();
    }

    private static String said(JsonNode runs) {
        for (var run : runs) {
            if (isReal(run)) {
                return "";
            }
        }
        return " So far this project has run none of them against the real API: the sources are its documents and public observations.";
    }

    private static boolean isReal(JsonNode run) {
        return run.path("target").asText().equals(REAL);
    }

    private static boolean isSettled(ApiQuirk quirk) {
        return Contract.all().stream().anyMatch(check -> check.settles().contains(quirk));
    }

    private static String compared(Check check, JsonNode runs) {
        var last = "never";
        for (var run : runs) {
            for (var one : run.path("checks")) {
                var tried = !one.path("result").asText().equals("skipped");
                if (isReal(run) && tried && one.path("id").asText().equals(check.id())) {
                    last = run.path("startedAt").asText().substring(0, 10) + " as "
                            + run.path("edition").asText() + ": "
                            + one.path("result").asText();
                }
            }
        }
        return last;
    }

    private static String row(Check check, String compared) {
        var settles = check.settles().stream()
                .map(quirk -> "`" + quirk.label() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return "| `" + check.id() + "` | " + check.claim().says() + " | " + ReportTexts.cost(check.cost()) + " | "
                + check.claim().source() + ", " + check.claim().date() + " | " + compared + " | " + settles + " |\n";
    }
}
