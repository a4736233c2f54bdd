package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;

import dev.venicesim.contract.http.TargetRequest;
import java.util.List;
import java.util.Locale;

/** Checks of what the API does as a server of HTTP, whatever is asked of it. */
final class TransportChecks {

    private static final String PAGE = "docs/api/limits-and-headers.md, ";
    private static final String LIST = "/models?type=video";

    private TransportChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "transport.preflight",
                        documented("A page of any origin may ask before it calls", PAGE + "\"Pages of other origins\""),
                        TransportChecks::preflight),
                Check.free(
                        "transport.gzip",
                        documented("A list that is shortened with gzip is the same list", PAGE + "\"Compression\""),
                        TransportChecks::shortened));
    }

    private static CheckResult preflight(CheckContext session) throws InterruptedException {
        var call = TargetRequest.options("/video/quote")
                .with("Origin", "https://docs.venice.ai")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type");
        var answer = session.target().ask(call);
        var expected = Expectation.anyStatus()
                .header("Access-Control-Allow-Origin", "*", "*"::equals)
                .header(
                        "Access-Control-Allow-Methods",
                        "POST among them",
                        methods -> methods.equals("*") || methods.contains("POST"))
                .header(
                        "Access-Control-Allow-Headers",
                        "authorization and content-type among them",
                        TransportChecks::namesThem);
        var differences = answer.status() / 100 == 2
                ? expected.compare(answer, session.schemas())
                : Expectation.status(204).compare(answer, session.schemas());
        return JobScript.judged(session, call, differences);
    }

    private static boolean namesThem(String headers) {
        var names = headers.toLowerCase(Locale.ROOT);
        return names.equals("*") || (names.contains("authorization") && names.contains("content-type"));
    }

    private static CheckResult shortened(CheckContext session) throws InterruptedException {
        var plain = session.ask(TargetRequest.get(LIST)).json();
        var call = TargetRequest.get(LIST).with("Accept-Encoding", "gzip");
        var answer = session.ask(call);
        var expected = Expectation.status(200).where("", "the list as it comes without gzip", plain::equals);
        return JobScript.judged(session, call, expected.compare(answer, session.schemas()));
    }
}
