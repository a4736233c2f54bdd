/** The simulator inside somebody's own WireMock, standalone or plain. */
@NullMarked
package dev.venicesim.kit.wiremock;

import org.jspecify.annotations.NullMarked;
