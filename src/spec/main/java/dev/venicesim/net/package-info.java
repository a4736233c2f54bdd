/**
 * Web addresses as browsers read them, and where their hosts lie: told from the spelling, nothing is ever looked up.
 */
@NullMarked
package dev.venicesim.net;

import org.jspecify.annotations.NullMarked;
