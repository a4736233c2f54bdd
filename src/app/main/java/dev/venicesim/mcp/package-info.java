/** Server of the Model Context Protocol, by which agents use a simulator's control API. */
@NullMarked
package dev.venicesim.mcp;

import org.jspecify.annotations.NullMarked;
