package dev.venicesim.kit.contract.report;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/CONTRACT.md}: every check, its source, and when it was last compared with the real API. */
public final class ContractPage {

    /** No run against the real API has been recorded. */
    private static final String COMPARED = "never";

    private ContractPage() {}

    public static String markdown() {
        var page = new StringBuilder("# The contract\n\n");
        page.append(
                "What `venice-sim check` tries, made from the checks themselves. Each agrees with the simulator in both"
                        + " editions in every build. None has been run against the real API by this project: the sources are its"
                        + " documents and public observations, and \"compared\" says when a check last met the real API itself.\n\n");
        page.append("| check | claim | cost | source | compared | settles |\n|---|---|---|---|---|---|\n");
        Contract.all().forEach(check -> page.append(row(check)));
        page.append("\n## Quirks no check settles\n\n");
        page.append("They need a wallet, a special account, a large upload, a failing job or a tripped limit.\n\n");
        Arrays.stream(Quirk.values())
                .filter(quirk -> Contract.all().stream()
                        .noneMatch(check -> check.settles().contains(quirk)))
                .forEach(quirk -> page.append("- `")
                        .append(quirk.label())
                        .append("`: ")
                        .append(quirk.decides())
                        .append('\n'));
        return page.toString();
    }

    private static String row(Check check) {
        var settles = check.settles().stream()
                .map(quirk -> "`" + quirk.label() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return "| `" + check.id() + "` | " + check.claim().says() + " | "
                + check.cost().name().toLowerCase(Locale.ROOT) + " | "
                + check.claim().source() + ", "
                + check.claim().date() + " | " + COMPARED + " | " + settles + " |\n";
    }
}
