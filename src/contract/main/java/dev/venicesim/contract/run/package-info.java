/** Running the checks: free ones first, paid ones under a cap, resumable. */
@NullMarked
package dev.venicesim.contract.run;

import org.jspecify.annotations.NullMarked;
