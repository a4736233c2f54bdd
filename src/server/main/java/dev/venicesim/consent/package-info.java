/** What a request may show: faces, attested consent and its memory, and content that no consent unlocks. */
@NullMarked
package dev.venicesim.consent;

import org.jspecify.annotations.NullMarked;
