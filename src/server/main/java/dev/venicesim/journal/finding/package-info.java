/** What a client did that costs it money or breaks in production: rules over a bounded history of its requests. */
@NullMarked
package dev.venicesim.journal.finding;

import org.jspecify.annotations.NullMarked;
