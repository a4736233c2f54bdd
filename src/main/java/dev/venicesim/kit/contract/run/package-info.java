/** Running the checks: free ones first, paid ones under a cap, resumable. */
@NullMarked
package dev.venicesim.kit.contract.run;

import org.jspecify.annotations.NullMarked;
