/** TLS: a certificate that is made for this run or read from a file, and the names that it has to be for. */
@NullMarked
package dev.venicesim.tls;

import org.jspecify.annotations.NullMarked;
