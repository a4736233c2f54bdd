/** The services that operations and control calls share, and the editions they answer for. */
@NullMarked
package dev.venicesim.service;

import org.jspecify.annotations.NullMarked;
