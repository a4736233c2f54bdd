package dev.venicesim.tracing;

import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.ReplyDamage;
import dev.venicesim.wire.RequestSpan.End;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** End of a span as far as it is known: by the reply that really goes out, whatever was taken down of it before. */
final class SpanEnd {

    /** What a handler that breaks is answered with. */
    private static final int BROKEN = 500;

    private volatile End known = End.without("client_gone");

    End known() {
        return known;
    }

    /** Sees the reply when it is there. */
    Reply watch(Reply reply) {
        if (reply instanceof Reply.Later later) {
            return new Reply.Later(later.stage().whenComplete((now, failure) -> {
                if (failure == null) {
                    see(now);
                } else {
                    broke(failure);
                }
            }));
        }
        if (reply instanceof Reply.Now now) {
            return see(now);
        }
        known = End.without("no_reply");
        return reply;
    }

    Reply.Now see(Reply.Now reply) {
        known = isLost(reply.content()) ? End.without("reset") : End.replied(reply.status());
        return reply;
    }

    /** Whether a connection that breaks is all the client gets. */
    private static boolean isLost(Content content) {
        return content instanceof Content.Spoiled spoiled
                && (spoiled.damage() instanceof ReplyDamage.Reset || spoiled.damage() instanceof ReplyDamage.Instead);
    }

    void broke(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        known = new End(BROKEN, Optional.of(cause.getClass().getName()));
    }
}
