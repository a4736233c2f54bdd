package dev.venicesim.validation;

import static dev.venicesim.validation.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.TestEditions;
import org.junit.jupiter.api.Test;

/** The answers themselves, byte for byte: codes, words, key order. */
class ZodAnswersTest {

    @Test
    void namesTheLiteralsOfAMissingDuration() {
        assertThat(answer(TestEditions.JUNE, "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9'}"))
                .isEqualTo("""
                        {"details":{"_errors":[],"duration":{"_errors":["Required"]}},"error":"Invalid request parameters",\
                        "issues":[{"expected":"'5s' | '10s' | '15s'","received":"undefined","code":"invalid_type","path":["duration"],"message":"Required"}]}""");
    }

    @Test
    void namesTheModelsOwnLiteralsForAWrongOne() {
        assertThat(answer(
                        TestEditions.JUNE,
                        "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':'7s'}"))
                .contains(
                        "\"issues\":[{\"received\":\"7s\",\"code\":\"invalid_enum_value\",\"options\":[\"5s\",\"10s\",\"15s\"],\"path\":[\"duration\"],"
                                + "\"message\":\"Invalid enum value. Expected '5s' | '10s' | '15s', received '7s'\"}]");
    }

    @Test
    void answersANumberForADurationAsWasSeen() {
        assertThat(answer(
                        TestEditions.JUNE,
                        "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':5}"))
                .contains(
                        "{\"code\":\"invalid_type\",\"expected\":\"string\",\"received\":\"number\",\"path\":[\"duration\"],"
                                + "\"message\":\"Expected string, received number\"}");
    }

    @Test
    void answersAnAudioFlagAsWasRecorded() {
        var model = Answers.anyModel(
                TestEditions.JUNE, candidate -> !candidate.constraints().audio().configurable());
        var body = new RequestMaker(model).minimal().put("audio", true);
        assertThat(Answers.answer(TestEditions.JUNE, body)).isEqualTo("""
                        {"details":{"_errors":[],"audio":{"_errors":["This model does not support audio configuration"]}},"error":"Invalid request parameters",\
                        "issues":[{"code":"custom","message":"This model does not support audio configuration","path":["audio"]}]}""");
    }

    @Test
    void saysHowLongAPromptMayBe() {
        var body = "{'model':'wan-2.6-text-to-video','prompt':'%s','aspect_ratio':'16:9','duration':'5s'}";
        assertThat(answer(TestEditions.JUNE, body.formatted("x".repeat(10_001))))
                .contains(
                        "{\"code\":\"too_big\",\"maximum\":10000,\"type\":\"string\",\"inclusive\":true,\"exact\":false,"
                                + "\"message\":\"String must contain at most 10000 character(s)\",\"path\":[\"prompt\"]}");
        assertThat(answer(TestEditions.JUNE, body.formatted("")))
                .contains(
                        "{\"code\":\"too_small\",\"minimum\":1,\"type\":\"string\",\"inclusive\":true,\"exact\":false,"
                                + "\"message\":\"String must contain at least 1 character(s)\",\"path\":[\"prompt\"]}");
    }

    @Test
    void putsEachProblemOfOneRequestIntoOneAnswerInTheOrderOfTheFields() {
        assertThat(
                        Answers.paths(
                                TestEditions.JUNE,
                                "{'duration':'9s','model':'wan-2.6-text-to-video','image_url':'x','resolution':'9p','aspect_ratio':'1:9'}"))
                .containsExactly("prompt", "duration", "aspect_ratio", "resolution", "image_url");
    }

    @Test
    void nestsTheTreeByNamesAndIndexes() {
        var model = Answers.anyModel(
                TestEditions.JUNE, candidate -> candidate.id().equals("kling-o3-pro-reference-to-video"));
        var body = new RequestMaker(model).minimal();
        body.putArray("elements").addObject().put("frontal_image_url", 7);
        assertThat(Answers.answer(TestEditions.JUNE, body))
                .contains("\"details\":{\"_errors\":[],\"elements\":{\"_errors\":[],\"0\":{\"_errors\":[],"
                        + "\"frontal_image_url\":{\"_errors\":[\"Expected string, received number\"]}}}}");
    }

    @Test
    void putsUnknownKeysAtTheRoot() {
        assertThat(Answers.text(Validator.of(dev.venicesim.catalog.Catalog.of(TestEditions.JUNE))
                        .retrieve(Answers.json("{'model':'m','queue_id':'q','seed':1}"), Answers.QUIRKS)))
                .isEqualTo("""
                        {"details":{"_errors":["Unrecognized key(s) in object: 'seed'"]},"error":"Invalid request parameters",\
                        "issues":[{"code":"unrecognized_keys","keys":["seed"],"path":[],"message":"Unrecognized key(s) in object: 'seed'"}]}""");
    }

    @Test
    void answersAWrongTypeOfModelsAsAUnion() {
        var answer = Answers.text(Validator.of(dev.venicesim.catalog.Catalog.of(TestEditions.AUGUST))
                .modelsType("bad"));
        assertThat(answer)
                .contains("\"issues\":[{\"code\":\"invalid_union\",\"unionErrors\":[{\"issues\":[{\"received\":\"bad\"")
                .contains("\"name\":\"ZodError\"}")
                .contains("received 'bad'\",\"Invalid enum value. Expected 'all' | 'code', received 'bad'\"]}}")
                .endsWith("\"path\":[\"type\"],\"message\":\"Invalid input\"}]}");
    }

    @Test
    void asksForThreeLiteralTruesAndNothingElse() {
        var body =
                "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':'5s','consents':{'seedance':"
                        + "{'confirmed_terms_and_privacy':true,'confirmed_legal_right':false,'consent_version':'v2.0'}}}";
        assertThat(answer(TestEditions.AUGUST, body))
                .contains(
                        "{\"code\":\"invalid_literal\",\"expected\":true,\"received\":false,\"path\":[\"consents\",\"seedance\",\"confirmed_legal_right\"],"
                                + "\"message\":\"Invalid literal value, expected true\"}")
                .contains(
                        "{\"code\":\"invalid_literal\",\"expected\":true,\"path\":[\"consents\",\"seedance\",\"confirmed_screening_acknowledged\"]")
                .contains("\"keys\":[\"consent_version\"],\"path\":[\"consents\",\"seedance\"]");
    }

    @Test
    void echoesNoMoreThanALineOfAWrongValue() {
        var body = "{'model':'wan-2.6-text-to-video','prompt':'x','aspect_ratio':'16:9','duration':'%s'}";
        assertThat(answer(TestEditions.JUNE, body.formatted("9".repeat(1_000_000))))
                .hasSizeLessThan(2_000);
    }
}
