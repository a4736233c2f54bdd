/** The contract as JUnit 5 dynamic tests; needs JUnit on the class path. */
@NullMarked
package dev.venicesim.contract.junit;

import org.jspecify.annotations.NullMarked;
