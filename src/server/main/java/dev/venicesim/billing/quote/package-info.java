/** What a request will cost, by the one function that both quote and queue use. */
@NullMarked
package dev.venicesim.billing.quote;

import org.jspecify.annotations.NullMarked;
