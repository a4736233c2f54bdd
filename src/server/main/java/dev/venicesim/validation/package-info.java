/**
 * Stage 3, shape: JSON Schema, then the model's own rules; yields typed requests or one answer with every problem in
 * Zod's form.
 */
@NullMarked
package dev.venicesim.validation;

import org.jspecify.annotations.NullMarked;
