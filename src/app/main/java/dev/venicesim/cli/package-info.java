/** The command line: options to configuration, and a call. */
@NullMarked
package dev.venicesim.cli;

import org.jspecify.annotations.NullMarked;
