/** What a run found, for terminals, machines and browsers. */
@NullMarked
package dev.venicesim.contract.report;

import org.jspecify.annotations.NullMarked;
