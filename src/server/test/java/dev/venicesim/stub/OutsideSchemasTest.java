package dev.venicesim.stub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideSchemasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"matchesJsonSchema\":{\"$ref\":\"http://h/x\"}}",
                "{\"matchesJsonSchema\":\"{\\\"$ref\\\":\\\"http://h/x\\\"}\"}",
                "{\"matchesJsonSchema\":{\"items\":[{\"$dynamicRef\":\"https://h/x\"}]}}",
                "{\"matchesJsonSchema\":{\"$schema\":\"http://h/draft\"}}",
                "{\"matchesJsonSchema\":{\"$id\":\"http://h/a\",\"$ref\":\"#/b\"}}",
                "{\"matchesJsonSchema\":{\"$ref\":\"file:///etc/passwd\"}}",
                "{\"matchesJsonSchema\":{\"$ref\":\"other.json\"}}",
                "{\"matchesJsonSchema\":{\"$ref\":\"//h/x\"}}",
                "{\"matchesJsonSch\\u0065ma\":{\"$r\\u0065f\":\"http://h/x\"}}",
                "{\"mappings\":[{\"request\":{\"bodyPatterns\":[{\"and\":[{\"matchesJsonPath\":{\"expression\":\"$\",\"matchesJsonSchema\":{\"$ref\":\"http://h/x\"}}}]}]}}]}"
            })
    void findsWhatLeadsOut(String mapping) {
        assertThat(OutsideSchemas.in(mapping)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"response\":{\"jsonBody\":{\"$ref\":\"http://h/x\"}}}",
                "{\"matchesJsonSchema\":{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$ref\":\"#/definitions/a\"}}",
                "{\"matchesJsonSchema\":{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\"}}",
                "{\"matchesJsonSchema\":{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}}",
                "{\"matchesJsonSchema\":{\"properties\":{\"$ref\":{\"type\":\"string\"},\"id\":{\"type\":\"string\"}}}}"
            })
    void letsWhatStaysInsidePass(String mapping) {
        assertThat(OutsideSchemas.in(mapping)).isEmpty();
    }
}
