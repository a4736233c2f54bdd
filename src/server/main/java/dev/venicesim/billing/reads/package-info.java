/** The API's and the control API's views of an account, as JSON, and the query parameters they take. */
@NullMarked
package dev.venicesim.billing.reads;

import org.jspecify.annotations.NullMarked;
