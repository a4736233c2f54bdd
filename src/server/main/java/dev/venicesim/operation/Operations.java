package dev.venicesim.operation;

import dev.venicesim.api.Operation;
import dev.venicesim.operation.account.BillingReads;
import dev.venicesim.operation.account.ListModels;
import dev.venicesim.operation.account.RateLimitReads;
import dev.venicesim.operation.account.TopUp;
import dev.venicesim.operation.account.WalletReads;
import dev.venicesim.operation.download.FetchVideo;
import dev.venicesim.operation.download.RevokeLink;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.operation.video.CompleteVideo;
import dev.venicesim.operation.video.QueueVideo;
import dev.venicesim.operation.video.QuoteVideo;
import dev.venicesim.operation.video.RetrieveVideo;
import dev.venicesim.operation.video.TranscribeVideo;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.service.Services;
import java.util.EnumMap;
import java.util.Map;

/** Table of what answers each operation. */
public final class Operations {

    private Operations() {}

    public static Map<Operation, OperationHandler> of(Services services, VideoDelivery delivery) {
        var models = new ListModels(services);
        var wallet = new WalletReads(services);
        var billing = new BillingReads(services);
        var limits = new RateLimitReads(services);
        var handlers = new EnumMap<Operation, OperationHandler>(Operation.class);
        handlers.put(Operation.QUOTE, new QuoteVideo(services));
        handlers.put(Operation.QUEUE, new QueueVideo(services));
        handlers.put(Operation.RETRIEVE, new RetrieveVideo(services, delivery));
        handlers.put(Operation.COMPLETE, new CompleteVideo(services));
        handlers.put(Operation.TRANSCRIBE, new TranscribeVideo(services));
        handlers.put(Operation.LIST_MODELS, models::models);
        handlers.put(Operation.MODEL_TRAITS, models::traits);
        handlers.put(Operation.MODEL_COMPATIBILITY, models::compatibilityMapping);
        handlers.put(Operation.TOP_UP, new TopUp(services));
        handlers.put(Operation.WALLET_BALANCE, wallet::balance);
        handlers.put(Operation.WALLET_TRANSACTIONS, wallet::transactions);
        handlers.put(Operation.BILLING_BALANCE, billing::balance);
        handlers.put(Operation.BILLING_USAGE, billing::usage);
        handlers.put(Operation.BILLING_USAGE_HISTORY, billing::history);
        handlers.put(Operation.BILLING_USAGE_ANALYTICS, billing::analytics);
        handlers.put(Operation.RATE_LIMITS, limits::limits);
        handlers.put(Operation.RATE_LIMIT_LOG, limits::log);
        handlers.put(Operation.FETCH_VIDEO, new FetchVideo(delivery));
        handlers.put(Operation.REVOKE_LINK, new RevokeLink());
        return handlers;
    }
}
