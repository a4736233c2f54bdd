/** The story: every endpoint of the API as a straight line through the stages. */
@NullMarked
package dev.venicesim.endpoint;

import org.jspecify.annotations.NullMarked;
