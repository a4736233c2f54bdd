/** Every error of the API as a named factory, and the form in which stages refuse. */
@NullMarked
package dev.venicesim.error;

import org.jspecify.annotations.NullMarked;
