/** Talking to an API that may be the real one: calls, answers, manners, and never a word of the key. */
@NullMarked
package dev.venicesim.contract.http;

import org.jspecify.annotations.NullMarked;
