/** Stores that outlive the process: values of worlds as JSON, and the file they are kept in. */
@NullMarked
package dev.venicesim.store;

import org.jspecify.annotations.NullMarked;
