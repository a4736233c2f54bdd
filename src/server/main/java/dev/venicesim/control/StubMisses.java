package dev.venicesim.control;

import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.stub.Stubs;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stubs that came near a request that none answered; worked out when somebody looks, over what the journal kept. */
record StubMisses(Stubs stubs) {

    CompletionStage<List<String>> of(RequestRecord entry) {
        return entry.by().equals("stub")
                ? CompletableFuture.completedFuture(List.of())
                : stubs.nearMisses(new Kept(entry));
    }

    /** A request as the journal kept it. */
    private record Kept(RequestRecord entry) implements Request {

        @Override
        public String method() {
            return entry.method();
        }

        @Override
        public String path() {
            return entry.path();
        }

        @Override
        public String query() {
            return entry.exchange().query();
        }

        @Override
        public Optional<String> parameter(String name) {
            return Paths.parameter(query(), name);
        }

        @Override
        public Optional<String> header(String name) {
            return headerValues(name).stream().findFirst();
        }

        @Override
        public List<String> headerValues(String name) {
            var wanted = name.toLowerCase(Locale.ROOT);
            return headers().entrySet().stream()
                    .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(wanted))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public Map<String, String> headers() {
            return entry.exchange().request().headers();
        }

        @Override
        public byte[] body() {
            return entry.exchange().request().body() instanceof KeptBody.Text text ? text.kept() : new byte[0];
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public void whenAnswered(Runnable done) {
            done.run();
        }

        @Override
        public void whenGone(Runnable gone) {}

        @Override
        public String origin() {
            return "http://" + header("Host").orElse("localhost");
        }
    }
}
