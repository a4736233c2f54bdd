/** The contract as data: what each check claims, asks and expects. */
@NullMarked
package dev.venicesim.contract.check;

import org.jspecify.annotations.NullMarked;
