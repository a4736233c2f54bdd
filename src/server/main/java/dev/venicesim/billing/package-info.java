/**
 * What an account holds, owes and has paid: an exact ledger as a value, and the pure transitions over it.
 *
 * <p>A queue request takes two writes, the money first and then the job:
 *
 * <ol>
 *   <li>{@code account.settle(dues).charge(purchase, price, now)} (a wallet: {@code hold}) in one {@code compute} of
 *       the account, where {@code dues} come from the jobs named by
 *       {@link dev.venicesim.billing.LedgerAccount#unsettled()};
 *   <li>the job, written only if its id is free.
 * </ol>
 *
 * <p>If the second write never happens, the account keeps an unsettled claim without a job. Whoever touches the account
 * next finds it in {@code unsettled()}: once the claim is older than {@link dev.venicesim.billing.Claim#GRACE} and no
 * job has its id, it takes the id with a job that has failed, so that a late writer finds it taken, and then settles a
 * {@link dev.venicesim.billing.ClaimSettlement} of kind {@code REFUND}. Every step is idempotent by queue id, so any of
 * them may be repeated.
 */
@NullMarked
package dev.venicesim.billing;

import org.jspecify.annotations.NullMarked;
