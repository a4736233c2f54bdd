package dev.venicesim.tap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Body of a client as it is read, a copy kept; whether the client broke off is remembered. */
final class CopiedStream extends FilterInputStream {

    private final Copy copy;
    private volatile boolean broken;

    CopiedStream(InputStream in, Copy copy) {
        super(in);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
            var read = super.read(bytes, offset, count);
            if (read > 0) {
                copy.take(bytes, offset, read);
            }
            return read;
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    boolean isBroken() {
        return broken;
    }
}
