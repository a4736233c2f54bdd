package dev.venicesim.control.pact;

import dev.venicesim.billing.Change;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.quote.QuotedClip;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.world.AccountSelector;

/** Payment for a job that a state made, so that the books tell of it and a refund has something to give back. */
final class JobPayment {

    private JobPayment() {}

    /**
     * Charges the job as of when it was queued. An account that holds too little is given the price first: its balance
     * is what its own state says.
     */
    static void of(StateContext context, QuotedClip clip, VideoJob job) {
        var queued = job.timeline().queuedAt();
        var price = job.order().cost();
        var seconds = Math.toIntExact(clip.billed().toSeconds());
        var model = job.order().model();
        var purchase = new Purchase(
                job.queueId(),
                model,
                CredentialMask.maskKey(context.apiKey()),
                Purchase.sku(model, seconds + "s", clip.resolution(), clip.sound()),
                seconds);
        context.services().accounts().change(context.world(), AccountSelector.KEYS, account -> {
            var charged = account.charge(purchase, price, queued);
            return charged instanceof Change.Shortfall
                    ? account.grant(new Grant.AddUsd(price), queued).account().charge(purchase, price, queued)
                    : charged;
        });
    }
}
