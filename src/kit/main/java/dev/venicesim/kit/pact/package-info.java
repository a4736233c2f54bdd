/**
 * Consumers' pacts verified against a simulator or any other target; needs Pact JVM's
 * {@code au.com.dius.pact.provider:junit5} on the class path.
 */
@NullMarked
package dev.venicesim.kit.pact;

import org.jspecify.annotations.NullMarked;
