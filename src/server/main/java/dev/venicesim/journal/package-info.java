/** What was asked, what was answered, and why. */
@NullMarked
package dev.venicesim.journal;

import org.jspecify.annotations.NullMarked;
