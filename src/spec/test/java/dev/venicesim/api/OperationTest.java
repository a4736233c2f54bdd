package dev.venicesim.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationTest {

    @Test
    void noTwoAnswerTheSameMethodAndPath() {
        var addresses = Arrays.stream(Operation.values())
                .map(operation -> operation.method() + " " + operation.path())
                .toList();

        assertThat(addresses).doesNotHaveDuplicates().contains("POST /api/v1/video/queue", "GET /api/v1/models");
    }

    @Test
    void keepTheLabelsThatScenariosAndJournalsUse() {
        var labels = Arrays.stream(Operation.values()).map(Operation::label).collect(Collectors.toSet());

        assertThat(labels)
                .containsExactlyInAnyOrder(
                        "quote",
                        "queue",
                        "retrieve",
                        "complete",
                        "transcriptions",
                        "download",
                        "models",
                        "topUp",
                        "balance",
                        "billing");
        assertThat(Operation.isLabel("queue")).isTrue();
        assertThat(Operation.isLabel("QUEUE")).isFalse();
    }

    @Test
    void aBodyBelongsToTheOperationOfItsPath() {
        assertThat(Operation.withBodyAt("/api/v1/video/transcriptions")).contains(Operation.TRANSCRIBE);
        assertThat(Operation.withBodyAt("/api/v1/x402/top-up")).isEmpty();
        assertThat(Operation.withBodyAt("/api/v1/models")).isEmpty();
    }

    @Test
    void onlyWhatBuysOpensAWorld() {
        assertThat(Operation.values())
                .filteredOn(Operation::opensWorld)
                .containsExactly(Operation.QUEUE, Operation.TRANSCRIBE);
    }
}
