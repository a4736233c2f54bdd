/** Certification of a client: its suite in every ready-made scenario and edition, graded by what it did wrong. */
@NullMarked
package dev.venicesim.certify;

import org.jspecify.annotations.NullMarked;
