package dev.venicesim.pipeline;

import dev.venicesim.fault.Fault;
import dev.venicesim.stub.StubAnswer;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.ReplyDamage;
import java.nio.charset.StandardCharsets;

/** Replies of mappings, as the server sends them. */
final class StubReplies {

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] NOISE = new Fault.Garbage(64, 0).bytes();
    private static final byte[] NO_CHUNK = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno chunk begins so\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private StubReplies() {}

    static Reply.Now of(StubAnswer answer) {
        return switch (answer.mishap()) {
            case NONE -> dribbled(answer);
            case EMPTY_RESPONSE -> spoiled(answer.reply(), new ReplyDamage.Instead(NOTHING));
            case MALFORMED_RESPONSE_CHUNK -> spoiled(answer.reply(), new ReplyDamage.Instead(NO_CHUNK));
            case RANDOM_DATA_THEN_CLOSE -> spoiled(answer.reply(), new ReplyDamage.Instead(NOISE));
            case CONNECTION_RESET_BY_PEER -> spoiled(answer.reply(), new ReplyDamage.Reset());
        };
    }

    private static Reply.Now dribbled(StubAnswer answer) {
        var millis = answer.dribble().toMillis();
        if (millis == 0 || !(answer.reply().content() instanceof Content.Bytes bytes)) {
            return answer.reply();
        }
        return spoiled(answer.reply(), new ReplyDamage.Trickle(Math.max(1, bytes.bytes().length * 1000L / millis)));
    }

    private static Reply.Now spoiled(Reply.Now reply, ReplyDamage damage) {
        return new Reply.Now(reply.status(), reply.headers(), new Content.Spoiled(reply.content(), damage));
    }
}
