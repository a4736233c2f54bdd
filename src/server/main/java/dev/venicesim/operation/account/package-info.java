/** Operations on accounts, limits and the list of models. */
@NullMarked
package dev.venicesim.operation.account;

import org.jspecify.annotations.NullMarked;
