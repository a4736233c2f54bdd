package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRenamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\":{\"type\":\"string\"} | \"b\":{\"type\":\"string\"} | {a=b}",
                "\"a\":{\"type\":\"string\"} | \"b\":{\"type\":\"number\"} | {}",
                "\"a\":{\"type\":\"string\"} | \"b\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"} | {}",
                "\"image_url\":{\"type\":\"string\"} | \"start_image\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"} | {image_url=start_image}",
                "\"imageUrl\":{\"type\":\"string\"} | \"image_url\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"} | {imageUrl=image_url}",
                "\"a\":{\"type\":\"string\",\"enum\":[\"x\"]} | \"b\":{\"type\":\"string\",\"enum\":[\"x\"]},\"c\":{\"type\":\"string\"} | {a=b}",
                "\"a\":{\"x-unread\":true} | \"b\":{\"x-unread\":true} | {}",
                "\"a\":{\"type\":\"string\"} | \"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"} | {}"
            })
    void guessesOnlyWhatCannotBeAnother(String mine, String theirs, String renames) {
        assertThat(FieldRenames.between(object(mine), object(theirs))).hasToString(renames);
    }

    private static ObjectNode object(String fields) {
        return (ObjectNode) Json.trusted(("{\"properties\":{" + fields + "}}").getBytes(StandardCharsets.UTF_8));
    }
}
