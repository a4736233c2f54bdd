/** Mutation of the API's contract: one clause at a time is broken, to see whether a user's test suite notices. */
@NullMarked
package dev.venicesim.mutation;

import org.jspecify.annotations.NullMarked;
