package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.Clip;
import dev.venicesim.money.Usd;

/**
 * A draft that has been paid for.
 *
 * @param clip what was bought
 * @param price what was quoted, and charged or held
 * @param queueId the id of the job to be, under which the money was taken
 */
record Sale(Draft draft, Clip clip, Usd price, String queueId) {}
