/** What a run found, for terminals, machines and browsers. */
@NullMarked
package dev.venicesim.kit.contract.report;

import org.jspecify.annotations.NullMarked;
