package dev.venicesim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.venicesim.api.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reader of {@link Verified}: holds every mark to its form, and lists the rules by age in
 * {@code target/verified-rules.md}.
 */
class VerifiedRulesTest {

    private static final Path PAGE = Path.of("target", "verified-rules.md");

    /** The first edition's file is older than anything else that could have been looked at. */
    private static final LocalDate FIRST_LOOK = LocalDate.of(2026, 1, 1);

    private static final List<Rule> RULES = rules();

    /** A rule copied from the API: where it stands in the code, and where and when it was seen. */
    private record Rule(String on, String where, String source) {

        LocalDate date() {
            return LocalDate.parse(on);
        }
    }

    private static List<Rule> rules() {
        JavaClasses classes =
                new ClassFileImporter().withImportOption(new ProductClasses()).importPackages("dev.venicesim");
        return classes.stream()
                .flatMap(type -> Stream.concat(
                        type.tryGetAnnotationOfType(Verified.class).stream().map(mark -> rule(type.getName(), mark)),
                        type.getMembers().stream()
                                .flatMap(member -> member.tryGetAnnotationOfType(Verified.class).stream()
                                        .map(mark -> rule(type.getName() + "." + member.getName(), mark)))))
                .sorted(Comparator.comparing(Rule::on).thenComparing(Rule::where))
                .toList();
    }

    private static Rule rule(String where, Verified mark) {
        return new Rule(mark.on(), where.replaceAll("^dev\\.venicesim\\.", ""), mark.source());
    }

    @Test
    void everyMarkSaysWhenAndWhere() {
        assertThat(RULES).hasSizeGreaterThan(100).allSatisfy(rule -> {
            assertThat(rule.on()).as("%s", rule).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(rule.source()).as("%s", rule).isNotBlank();
        });
    }

    @Test
    void noRuleWasSeenBeforeTheApiWasLookedAtOrAfterToday() {
        assertThat(RULES)
                .allSatisfy(rule -> assertThat(rule.date())
                        .as("%s", rule)
                        .isBetween(FIRST_LOOK, LocalDate.now(ZoneOffset.UTC).plusDays(1)));
    }

    @Test
    void listsTheRulesThatHaveGrownOld() throws IOException {
        var newest = RULES.get(RULES.size() - 1).date();
        var page = new StringBuilder("# Rules copied from the API, those seen longest ago first\n\n");
        page.append(RULES.size())
                .append(" rules; the latest look at the API was on ")
                .append(newest);
        page.append(". \"Behind\" is by how many days a rule has missed it.\n\n");
        page.append("| seen | behind | rule | source |\n|---|---|---|---|\n");
        RULES.forEach(rule -> page.append("| ")
                .append(rule.on())
                .append(" | ")
                .append(ChronoUnit.DAYS.between(rule.date(), newest))
                .append(" | `")
                .append(rule.where())
                .append("` | ")
                .append(rule.source())
                .append(" |\n"));
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page);
        assertThat(PAGE).content().contains("| behind |").hasLineCount(RULES.size() + 6);
    }
}
