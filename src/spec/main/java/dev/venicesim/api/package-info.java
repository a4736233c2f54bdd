/** The operations of the API, each named once (path, credentials, limits), and the mark of what was copied from it. */
@NullMarked
package dev.venicesim.api;

import org.jspecify.annotations.NullMarked;
