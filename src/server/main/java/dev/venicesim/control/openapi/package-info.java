/** The simulated API's own OpenAPI document, of an edition and its quirks. */
@NullMarked
package dev.venicesim.control.openapi;

import org.jspecify.annotations.NullMarked;
