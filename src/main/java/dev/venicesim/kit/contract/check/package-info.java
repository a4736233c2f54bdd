/** The contract as data: what each check claims, asks and expects. */
@NullMarked
package dev.venicesim.kit.contract.check;

import org.jspecify.annotations.NullMarked;
