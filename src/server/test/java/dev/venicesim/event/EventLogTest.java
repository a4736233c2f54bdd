package dev.venicesim.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant STARTED = Instant.ofEpochSecond(1_000);
    private static final long FIRST = 1_000_000_001L;
    private static final Pattern ID = Pattern.compile("id: (\\d+)\nevent: (\\w+)\ndata: (.*)\n\n");

    private final EventLog log = new EventLog(STARTED);
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    /** What the alarm is to do, and after how long. */
    private record Waiting(Duration delay, Runnable task) {}

    /** A connection whose client reads when it is told to. */
    private static final class Client implements Content.Sink {
        private final List<String> sent = new ArrayList<>();
        private boolean reading = true;
        private boolean ended;

        @Override
        public void send(byte[] bytes) {
            sent.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public boolean idle() {
            return reading;
        }

        @Override
        public void end() {
            ended = true;
        }

        List<String> events() {
            return ID.matcher(String.join("", sent))
                    .results()
                    .map(found -> found.group(1) + " " + found.group(2) + " " + found.group(3))
                    .toList();
        }
    }

    @BeforeEach
    void wake() {
        log.wokenBy((delay, task) -> {
            var call = new Waiting(delay, task);
            waiting.add(call);
            return () -> waiting.remove(call);
        });
    }

    /** Lets everything happen that is due within a time. */
    private void pass(Duration most) {
        for (var rounds = 0; rounds < 100; rounds++) {
            var due = waiting.stream()
                    .filter(call -> call.delay().compareTo(most) <= 0)
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            waiting.removeAll(due);
            due.forEach(call -> call.task().run());
        }
    }

    private void deliver() {
        pass(Duration.ofSeconds(1));
    }

    private Content.Audience listen(Client client, long after) {
        return log.stream(any -> true, after, () -> {}).opening().apply(client);
    }

    private void publish(String type) {
        log.publish(type, "w", Json::object);
    }

    @Test
    void asleepItKeepsNothingAndWritesNothing() {
        var written = new AtomicInteger();
        log.publish("request", "w", () -> {
            written.incrementAndGet();
            return Json.object();
        });
        var client = new Client();
        listen(client, -1);
        deliver();
        assertThat(client.events()).isEmpty();
        assertThat(written).hasValue(0);
    }

    @Test
    void writesAnEventOnceForAllWhoListen() {
        var written = new AtomicInteger();
        var one = new Client();
        var other = new Client();
        listen(one, -1);
        listen(other, -1);
        log.publish("request", "w", () -> Json.object().put("n", written.incrementAndGet()));
        deliver();
        assertThat(one.events()).containsExactly(FIRST + " request {\"n\":1,\"world\":\"w\"}");
        assertThat(other.events()).isEqualTo(one.events());
    }

    @Test
    void whoComesBackGoesOnWhereItLeft() {
        var first = new Client();
        var connection = listen(first, -1);
        publish("a");
        deliver();
        connection.gone();
        publish("b");
        publish("c");
        var again = new Client();
        listen(again, FIRST);
        deliver();
        assertThat(again.events())
                .extracting(event -> event.substring(event.indexOf(' ') + 1).replaceFirst(" .*", ""))
                .containsExactly("b", "c");
    }

    @Test
    void afterAMinuteWithoutListenersItSleepsAndSaysThatSomethingIsMissing() {
        var first = new Client();
        listen(first, -1).gone();
        publish("a");
        pass(Duration.ofMinutes(1));
        assertThat(log.awake()).isFalse();
        publish("b");
        var again = new Client();
        listen(again, FIRST - 1);
        deliver();
        assertThat(again.events()).singleElement().asString().contains(" gap ");
    }

    @Test
    void anIdOfAnotherTimeIsAGap() {
        for (var strange : new long[] {5, FIRST + 1_000_000}) {
            var client = new Client();
            listen(client, strange);
            deliver();
            assertThat(client.events()).singleElement().asString().contains(" gap {\"missed\":");
        }
    }

    @Test
    void whoDoesNotReadIsGivenNothingMoreAndToldLaterWhatIsGone() {
        var slow = new Client();
        var connection = listen(slow, -1);
        slow.reading = false;
        for (var i = 0; i < EventLog.CAPACITY + 7; i++) {
            publish("request");
        }
        deliver();
        assertThat(slow.events()).isEmpty();
        slow.reading = true;
        connection.ready();
        deliver();
        assertThat(slow.events()).hasSize(1 + EventLog.CAPACITY);
        assertThat(slow.events().get(0)).isEqualTo(FIRST + 6 + " gap {\"missed\":7}");
        assertThat(slow.events().get(1)).startsWith(FIRST + 7 + " request");
    }

    @Test
    void aQuietStreamHasAHeartbeat() {
        var client = new Client();
        var connection = listen(client, -1);
        pass(Duration.ofSeconds(1));
        var beat = waiting.stream()
                .filter(call -> call.delay().equals(Duration.ofSeconds(15)))
                .findFirst()
                .orElseThrow();
        waiting.clear();
        beat.task().run();
        assertThat(client.sent).last().isEqualTo(": still here\n\n");
        connection.gone();
        var after = client.sent.size();
        waiting.stream()
                .filter(call -> call.delay().equals(Duration.ofSeconds(15)))
                .forEach(call -> call.task().run());
        assertThat(client.sent).hasSize(after);
    }

    @Test
    void closingEndsEveryStream() {
        var client = new Client();
        listen(client, -1);
        log.close();
        assertThat(client.ended).isTrue();
    }
}
