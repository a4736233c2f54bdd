package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stubs of the runnable jar, where WireMock is inside in part and runs on our Jackson: what reaches each of its libraries. */
class StubsIT {

    private static Jar served;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        served = Jar.start(Map.of(), "serve", "--port", "0");
        http = new Http(served.lineWith("venice-sim ready").split(" ", -1)[2]);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"equalToJson\":{\"n\":\"${json-unit.any-number}\"},\"ignoreExtraElements\":true} | {\"n\":1,\"m\":2} | {\"n\":\"x\"}",
                "{\"matchesJsonPath\":{\"expression\":\"$.x[?(@.n > 2)].name\",\"contains\":\"z\"}} | {\"x\":[{\"n\":3,\"name\":\"z\"}]} | {\"x\":[]}",
                "{\"matchesJsonSchema\":{\"properties\":{\"at\":{\"type\":\"string\",\"format\":\"date-time\"}},\"required\":[\"at\"]}} | {\"at\":\"2026-01-01T00:00:00Z\"} | {\"at\":1}",
                "{\"equalToXml\":\"<a><b>${xmlunit.isNumber}</b></a>\",\"enablePlaceholders\":true} | <a><b>1</b></a> | <a><b>x</b></a>",
                "{\"matchesXPath\":{\"expression\":\"//b/text()\",\"contains\":\"q\"}} | <a><b>q</b></a> | <a><b>r</b></a>",
                "{\"matches\":\"^a[bc]+$\"} | abc | abd",
                "{\"binaryEqualTo\":\"aGk=\"} | hi | ho",
            })
    void matchBodiesInEveryWay(String pattern, String taken, String refused) {
        var path = "/taken-" + Integer.toHexString(pattern.hashCode());
        add("{\"request\":{\"urlPath\":\"" + path + "\",\"bodyPatterns\":[" + pattern
                + "]},\"response\":{\"status\":202}}");
        assertThat(http.post(path, taken).status()).isEqualTo(202);
        assertThat(http.post(path, refused).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{{jsonPath request.body '$.a.b'}} | 1",
                "{{xPath '<a><b>2</b></a>' '//b/text()'}} | 2",
                "{{jsonMerge '{\\\"a\\\":1}' '{\\\"b\\\":2}'}} | {\"a\":1,\"b\":2}",
                "{{date (parseDate '2026-01-02T03:04:05Z') format='dd.MM.yyyy'}} | 02.01.2026",
                "{{numberFormat 1234.5 'currency' 'en_US'}} | $1,234.50",
                "{{#each (range 1 3)}}{{math this '*' 2}}{{/each}} | 246",
                "{{slugify 'A b'}} | a-b",
            })
    void answerByTemplates(String template, String answer) {
        var path = "/template-" + Integer.toHexString(template.hashCode());
        add("{\"request\":{\"urlPath\":\"" + path + "\"},\"response\":{\"body\":\"" + template
                + "\",\"transformers\":[\"response-template\"]}}");
        assertThat(http.post(path, "{\"a\":{\"b\":1}}").text()).isEqualTo(answer);
    }

    @Test
    void callNobodyAndAreListed() {
        add("{\"request\":{\"urlPath\":\"/proxy\"},\"response\":{\"proxyBaseUrl\":\"http://127.0.0.1:1\"}}");
        var refused = http.get("/proxy");
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.text()).contains("denied");
        assertThat(http.get("/__sim/stubs/__admin/mappings").json().path("mappings"))
                .isNotEmpty();
        assertThat(served.errors()).doesNotContain("NoClassDefFoundError", "\tat ");
    }

    private static void add(String mapping) {
        assertThat(http.post("/__sim/stubs/__admin/mappings", mapping).status())
                .as(mapping)
                .isEqualTo(201);
    }
}
