package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.LineItem;

/** Rule for what a clip costs: one of the kinds that a row of a price file can be of. */
public sealed interface Price permits PerSecond, PerClip, PerStep, PerToken, PerUpscaledSecond {

    /** What is paid for a clip, exact and unrounded. */
    LineItem bill(ClipUsage usage);

    /** Adds itself to a row, in the vocabulary of the price file. */
    void writeTo(ObjectNode row);
}
