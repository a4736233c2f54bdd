/** AssertJ assertions on worlds, jobs, money and videos. */
@NullMarked
package dev.venicesim.kit.assertj;

import org.jspecify.annotations.NullMarked;
