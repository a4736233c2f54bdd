/** How often a caller may ask: request windows, the budget of failed requests, and the headers that announce both. */
@NullMarked
package dev.venicesim.limits;

import org.jspecify.annotations.NullMarked;
