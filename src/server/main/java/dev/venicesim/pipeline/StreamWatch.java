package dev.venicesim.pipeline;

import dev.venicesim.journal.Journals;
import dev.venicesim.journal.SentReply;
import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.Download;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import java.util.Optional;

/**
 * Watch over a video on its way: how many of its bytes went is written into the journal and told to the findings.
 *
 * @param world whose journal and findings
 * @param event the request that began it
 * @param sent the account of it in the journal's entry
 */
record StreamWatch(Journals journals, String world, ClientEvent event, SentReply sent) {

    /** The account of a reply that is to be written: one of its own if it carries a video. */
    static SentReply account(Exchange exchange, int status) {
        return hasVideo(exchange, status) ? new SentReply() : SentReply.NONE;
    }

    /** Whether a reply carries bytes of a video: not to a HEAD, nor where a fault lets nothing through. */
    static boolean hasVideo(Exchange exchange, int status) {
        return status >= 200
                && status < 300
                && !exchange.request().method().equals("HEAD")
                && stream(exchange.answer().reply().content()).isPresent();
    }

    private static Optional<Content.Stream> stream(Content content) {
        if (content instanceof Content.Spoiled spoiled) {
            return stream(spoiled.whole());
        }
        return content instanceof Content.Stream stream ? Optional.of(stream) : Optional.empty();
    }

    /** The reply, which tells of its end. */
    Reply.Now over(Reply.Now reply) {
        return new Reply.Now(reply.status(), reply.headers(), over(reply.content(), total(reply)));
    }

    private Content over(Content content, long total) {
        if (content instanceof Content.Spoiled spoiled) {
            return new Content.Spoiled(over(spoiled.whole(), total), spoiled.damage());
        }
        var stream = (Content.Stream) content;
        return new Content.Stream(stream.source(), stream.offset(), stream.length(), (bytes, whole) -> {
            stream.delivery().ended(bytes, whole);
            sent.ended(bytes, stream.length());
            journals.end(
                    world,
                    event,
                    new Download(stream.offset(), bytes, Math.max(total, stream.length())),
                    stream.length());
        });
    }

    /** How long the file is of which this is perhaps a part. */
    private static long total(Reply.Now reply) {
        var range = reply.headers().getOrDefault("Content-Range", "");
        var length = range.substring(range.lastIndexOf('/') + 1);
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
