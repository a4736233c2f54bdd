/** Coverage of the API's contract: what of it clients have met, out of what an edition knows. */
@NullMarked
package dev.venicesim.coverage;

import org.jspecify.annotations.NullMarked;
