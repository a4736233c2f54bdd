/** What happens in the server, told to whoever listens; costs one look at a flag while nobody does. */
@NullMarked
package dev.venicesim.event;

import org.jspecify.annotations.NullMarked;
