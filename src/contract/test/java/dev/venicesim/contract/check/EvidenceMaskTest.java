package dev.venicesim.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No report shows a credential that a target tells, whosever it is. */
class EvidenceMaskTest {

    @ParameterizedTest
    @CsvSource({
        "header set-cookie, session=SECRET; Path=/",
        "header X-Auth-Token, SECRET",
        "header authorization, Bearer SECRET",
        "header x-debug, used sk-SECRET here",
        "/data/accessToken, \"SECRET\"",
        "/password, SECRET",
        "/error, no such key VENICE_ADMIN_KEY_SECRET",
        "/next, https://api.example.com/a?type=video&token=SECRET",
        "status, 200 {'user':{'api_key':'SECRET'}}"
    })
    void aDifferenceShowsNoCredentialOfTheTarget(String pointer, String found) {
        var difference = new Difference(pointer, "another, as it was before: sk-SECRET", found.replace('\'', '"'));
        assertThat(difference.toString()).doesNotContain("SECRET").contains("***");
        assertThat(new Difference(pointer, difference.expected(), difference.actual()))
                .as("read from a state file")
                .isEqualTo(difference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"header set-cookie", "/data/accessToken"})
    void whatIsNotThereIsSaidNotToBe(String pointer) {
        assertThat(new Difference(pointer, "present", "absent"))
                .hasToString(pointer + ": expected present, found absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"secret\":\"SECRET\"}", "sk-SECRET", "GET https://user:SECRET@media.example.com/a.png"})
    void whyNothingCanBeSaidShowsNone(String told) {
        for (var result : List.of(new CheckResult.Skipped(told), new CheckResult.Inconclusive(told, true))) {
            assertThat(result.toString()).doesNotContain("SECRET").contains("***");
        }
        assertThat(new CheckResult.Differs(List.of(), told, Map.of()).evidence())
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://user:SECRET@media.example.com/a", "https://media.example.com/a?X-Amz-Signature=SECRET"})
    void aShellLineShowsNoneInTheAddressOfALink(String link) {
        var target = Target.at("http://127.0.0.1:1/api/v1", Optional.empty(), Target.Manner.real());
        assertThat(target.curl(TargetRequest.get(link)))
                .doesNotContain("SECRET")
                .contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYMENT-SIGNATURE", "SIGN-IN-WITH-X"})
    void whatTheRunSignedItselfIsShownAsItWasSent(String header) {
        var target = Target.at("http://127.0.0.1:1/api/v1", Optional.empty(), Target.Manner.real());
        assertThat(target.curl(PaymentChecks.TOP_UP.with(header, "no payment!")))
                .contains(header + ": no payment!");
    }
}
