/** The history of runs, one JSON line each, and the page that draws it. */
@NullMarked
package dev.venicesim.contract.history;

import org.jspecify.annotations.NullMarked;
