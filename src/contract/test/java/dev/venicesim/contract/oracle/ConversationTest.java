package dev.venicesim.contract.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final int A_MEGABYTE = 1024 * 1024;

    private final Conversation conversation = new Conversation();

    @Test
    void videosPastTheBoundAreKeptWithoutTheirBytes() {
        for (var video = 0; video < 20; video++) {
            hear("", reply("video/mp4", 5 * A_MEGABYTE));
        }
        assertThat(conversation.exchanges()).hasSize(20);
        assertThat(bytes()).isLessThan(50L * A_MEGABYTE);
    }

    @Test
    void repliesOfWhateverTypeAreKeptWithinABound() {
        for (var reply = 0; reply < 100; reply++) {
            hear("", reply("application/json", 3 * A_MEGABYTE));
            hear("", reply("text/plain", 20 * A_MEGABYTE));
        }
        assertThat(bytes()).isLessThan(70L * A_MEGABYTE);
    }

    @Test
    void aRequestOfManyMegabytesIsKeptWithoutItsBody() {
        hear("x".repeat(36 * A_MEGABYTE), reply("application/json", 100));
        assertThat(conversation.exchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.request().body()).isEmpty());
    }

    @Test
    void aGatewaysErrorIsNoReplyOfTheApi() {
        hear("", new TargetReply(502, Map.of("content-type", "text/html"), new byte[10]));
        hear("", new TargetReply(503, Map.of("cf-ray", "0123456789abcdef-SIM"), new byte[10]));
        assertThat(conversation.exchanges())
                .extracting(exchange -> exchange.reply().status())
                .containsExactly(503);
    }

    private long bytes() {
        return conversation.exchanges().stream()
                .mapToLong(exchange -> exchange.reply().body().length)
                .sum();
    }

    private void hear(String body, TargetReply reply) {
        var request = TargetRequest.post("/video/queue", body, "application/json");
        conversation.heard(0, request, reply, Instant.EPOCH, Usd.ZERO);
    }

    private static TargetReply reply(String type, int bytes) {
        return new TargetReply(200, Map.of("content-type", type), new byte[bytes]);
    }
}
