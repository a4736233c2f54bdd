package dev.venicesim.input;

import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.net.HostKind;
import dev.venicesim.net.WebAddress;

/**
 * A medium somewhere on the web, which is never fetched and whose host is never looked up.
 *
 * @param url as it was written; the medium's identity
 * @param host in lower case; IPv6 in brackets
 * @param hostKind where the host lies
 * @param magic what the path declares
 */
public record MediaUrl(String url, String host, HostKind hostKind, MagicName magic) implements MediaReference {

    static MediaReference parse(String written) {
        var address = WebAddress.of(written);
        if (address.isEmpty()) {
            var url = written.strip();
            return new NotMedia(url.substring(0, Math.min(64, url.length())));
        }
        var web = address.get();
        return new MediaUrl(written, web.host(), web.kind(), MagicName.of(web.path()));
    }

    /** What is known of it from its name alone. */
    public MediaFacts facts() {
        return MediaFacts.unfetched(url, magic.measures());
    }
}
