/** Small images to try the consent conversation with. */
@NullMarked
package dev.venicesim.kit.faces;

import org.jspecify.annotations.NullMarked;
