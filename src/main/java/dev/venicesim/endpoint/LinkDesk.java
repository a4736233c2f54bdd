package dev.venicesim.endpoint;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.catalog.Trait;
import dev.venicesim.media.link.LinkSigner;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.wire.Request;
import java.util.Optional;

/**
 * Makes and reads the addresses of download links.
 *
 * @param signer of their tokens
 */
public record LinkDesk(LinkSigner signer) {

    /** The path of links; the real ones have it on a host of their own. */
    static final String PATH = "/v1/share/read/";

    /** Whether a model's videos are handed out by link only. */
    boolean handsOut(Model model, Quirks quirks) {
        return model.rules().has(Trait.DOWNLOAD_LINK)
                || (quirks.is(Quirk.DOWNLOAD_LINKS, "all-grok") && model.rules().has(Trait.DOWNLOAD_LINK_OBSERVED));
    }

    /** The address of a target's link, under the scheme and host that a request was sent to. */
    public String url(Request request, LinkTarget target) {
        return request.origin() + PATH + signer.sign(target);
    }

    Optional<LinkTarget> target(String token) {
        return signer.verify(token);
    }
}
