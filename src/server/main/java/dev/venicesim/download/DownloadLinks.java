package dev.venicesim.download;

import dev.venicesim.api.Operation;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.QuirkSettings;
import java.util.Optional;

/**
 * Maker and reader of the addresses of download links.
 *
 * @param signer of their tokens
 */
public record DownloadLinks(LinkSigner signer) {

    /** Whether a model's videos are handed out by link only. */
    public boolean handsOut(Model model, QuirkSettings quirks) {
        return model.rules().has(ModelTrait.DOWNLOAD_LINK)
                || (quirks.is(ApiQuirk.DOWNLOAD_LINKS, "all-grok")
                        && model.rules().has(ModelTrait.DOWNLOAD_LINK_OBSERVED));
    }

    /**
     * The address of a target's link.
     *
     * @param origin scheme and host by which the client knows this server
     */
    public String url(String origin, LinkTarget target) {
        return origin + Operation.LINKS + signer.sign(target);
    }

    /** What a token opens; empty unless it is ours, whole and unaltered. */
    public Optional<LinkTarget> target(String token) {
        return signer.verify(token);
    }
}
