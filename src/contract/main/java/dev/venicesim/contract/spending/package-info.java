/** What a run may spend at a target, and the ledger in which all runs write it down. */
@NullMarked
package dev.venicesim.contract.spending;

import org.jspecify.annotations.NullMarked;
