package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftChangeTest {

    @Test
    void theSameInElevenPlacesIsOneLine() {
        var drifts = new ArrayList<Drift>();
        for (var i = 0; i < 11; i++) {
            drifts.add(Drift.about(Severity.BREAKING, Felt.FIELD, "post /video/" + i + " request", "prompt", "gone"));
        }
        var report = new DriftReport(TestEditions.JUNE, List.of("file.yaml"), drifts);
        assertThat(report.lines())
                .containsExactly(
                        "breaking  prompt in 11 places (post /video/0 request, post /video/1 request and 9 others): gone",
                        "file.yaml differs from edition 2026-06-17 in 1 point: 1 breaking, 0 notable, 0 harmless");
        assertThat(report.json()).contains("post /video/10 request\"");
        assertThat(report.differing()).hasSize(11).contains("post /video/10 request prompt");
    }

    @Test
    void whatAClientFeelsMostIsFirst() {
        var felt = List.of(Felt.values());
        var drifts = new ArrayList<Drift>();
        for (var i = felt.size() - 1; i >= 0; i--) {
            drifts.add(Drift.of(Severity.NOTABLE, felt.get(i), "x", felt.get(i).word()));
        }
        drifts.add(Drift.of(Severity.BREAKING, Felt.NAME, "x", "worst"));
        assertThat(DriftChange.of(drifts))
                .extracting(DriftChange::says)
                .containsExactly(
                        "worst",
                        "address",
                        "operation",
                        "model",
                        "access",
                        "status",
                        "constraint",
                        "field",
                        "money",
                        "callback",
                        "header",
                        "description",
                        "name");
    }

    @Test
    void manyOfOneKindAreToldWithTheFirstOfThem() {
        var drifts = List.of(
                Drift.about(Severity.NOTABLE, Felt.MONEY, "wan", "pricing", "new: {\"usd\":1}")
                        .alike("now priced"),
                Drift.about(Severity.NOTABLE, Felt.MONEY, "flux", "pricing", "new: {\"usd\":2}")
                        .alike("now priced"));
        assertThat(DriftFindings.of(drifts).lines())
                .containsExactly("notable   pricing in 2 places (wan, flux): now priced (wan: new: {\"usd\":1})");
        assertThat(DriftFindings.of(drifts.subList(0, 1)).lines())
                .containsExactly("notable   wan pricing: new: {\"usd\":1}");
    }

    @Test
    void theReportsEscapeWhatTheyShow() {
        var drift = Drift.of(Severity.NOTABLE, Felt.FIELD, "<b>|`", "<script>\n# no");
        var report = new DriftReport(TestEditions.JUNE, List.of("<i>"), List.of(drift));
        assertThat(report.html()).doesNotContain("<script>", "<b>|", "<i>");
        assertThat(report.markdown())
                .contains("&lt;b&gt;\\|\\`", "&lt;script&gt; # no")
                .doesNotContain("<script>");
    }
}
