/** WireMock mappings in front of the simulator; WireMock's types live here alone. */
@NullMarked
package dev.venicesim.stub;

import org.jspecify.annotations.NullMarked;
