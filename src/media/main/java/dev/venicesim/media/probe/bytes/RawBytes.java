package dev.venicesim.media.probe.bytes;

/** Bytes that are already decoded. */
final class RawBytes implements Decoding {

    private final byte[] raw;

    RawBytes(byte[] raw) {
        this.raw = raw;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public int atMost() {
        return raw.length;
    }

    @Override
    public Block decode(int from, byte[] out) {
        int length = Math.min(out.length, raw.length - from);
        System.arraycopy(raw, from, out, 0, length);
        return new Block(length, from + length, true);
    }
}
