package dev.venicesim.media.probe.bytes;

/**
 * Decoder of the text of a payload: it forgets everything between calls, so that any block can be decoded again from
 * where it starts.
 */
interface Decoding {

    /** Where the text starts. */
    int start();

    /** An upper bound of the bytes it decodes to. */
    int atMost();

    /**
     * Fills {@code out} from the text at {@code from}; less than a full block means the text has ended, well or badly.
     */
    Block decode(int from, byte[] out);

    /**
     * One decoded block.
     *
     * @param next where in the text the next block starts
     * @param wellFormed false where the text ends at something its encoding does not allow
     */
    record Block(int length, int next, boolean wellFormed) {}
}
