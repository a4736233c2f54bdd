/** What a string in a request refers to: a medium carried in it, one somewhere on the web, or neither. */
@NullMarked
package dev.venicesim.input;

import org.jspecify.annotations.NullMarked;
