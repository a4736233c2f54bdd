package dev.venicesim.operation.video;

import dev.venicesim.billing.quote.QuotedClip;
import dev.venicesim.money.Usd;

/**
 * Queue request that has been paid for.
 *
 * @param clip what was bought
 * @param price what was quoted, and charged or held
 * @param queueId the id of the job to be, under which the money was taken
 */
record PaidRequest(ValidatedRequest request, QuotedClip clip, Usd price, String queueId) {}
