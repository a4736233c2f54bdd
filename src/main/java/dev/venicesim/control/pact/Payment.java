package dev.venicesim.control.pact;

import dev.venicesim.auth.Credentials;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.quote.Clip;
import dev.venicesim.jobs.Job;
import dev.venicesim.world.Purse;

/** Pays for a job that a state made, so that the books tell of it and a refund has something to give back. */
final class Payment {

    private Payment() {}

    /** Charges the job as of when it was queued. An account that holds too little is given the price first: its balance is what its own state says. */
    static void of(Scene scene, Clip clip, Job job) {
        var queued = job.timeline().queuedAt();
        var price = job.order().cost();
        var seconds = Math.toIntExact(clip.billed().toSeconds());
        var model = job.order().model();
        var purchase = new Purchase(
                job.queueId(),
                model,
                Credentials.maskKey(scene.apiKey()),
                Purchase.sku(model, seconds + "s", clip.resolution(), clip.sound()),
                seconds);
        scene.desk().world().accounts().change(scene.world(), Purse.KEYS, account -> {
            var charged = account.charge(purchase, price, queued);
            return charged instanceof Change.Shortfall
                    ? account.grant(new Grant.AddUsd(price), queued).account().charge(purchase, price, queued)
                    : charged;
        });
    }
}
