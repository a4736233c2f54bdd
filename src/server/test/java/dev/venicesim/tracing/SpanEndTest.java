package dev.venicesim.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.wire.Reply;
import dev.venicesim.wire.RequestSpan.End;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SpanEndTest {

    private final SpanEnd end = new SpanEnd();

    @Test
    void aClientThatLeavesBeforeItsReplyIsTheError() {
        var unused = end.watch(new Reply.Later(new CompletableFuture<>()));
        assertThat(end.known()).isEqualTo(End.without("client_gone"));
    }

    @Test
    void aReplyThatComesLaterIsTheOneThatCounts() {
        var later = new CompletableFuture<Reply.Now>();
        var unused = end.watch(new Reply.Later(later));
        later.complete(Reply.empty(503));
        assertThat(end.known()).isEqualTo(new End(503, Optional.of("503")));
    }

    @Test
    void aHandlerThatBreaksIsNamedByWhatItThrew() {
        var later = new CompletableFuture<Reply.Now>();
        var unused = end.watch(new Reply.Later(later.thenApply(reply -> reply)));
        later.completeExceptionally(new IllegalStateException("bug"));
        assertThat(end.known()).isEqualTo(new End(500, Optional.of("java.lang.IllegalStateException")));
    }

    @Test
    void silenceIsAnErrorWithoutAStatus() {
        var unused = end.watch(new Reply.Silent(new CompletableFuture<>(), () -> {}));
        assertThat(end.known()).isEqualTo(End.without("no_reply"));
    }
}
