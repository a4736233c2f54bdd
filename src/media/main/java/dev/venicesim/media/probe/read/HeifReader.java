package dev.venicesim.media.probe.read;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;
import java.util.ArrayList;
import java.util.List;

/** Reader of HEIF: the size of an image's primary item from its properties, turned where they turn it. */
final class HeifReader {

    private static final int MOST_PROPERTIES = 1024;
    private static final int MOST_CONTAINERS = 64;

    private record Property(int type, Size size, int quarterTurns) {}

    private final Bytes bytes;
    private final List<Property> properties = new ArrayList<>();
    private final List<Property> ofPrimary = new ArrayList<>();
    private long primary = -1;
    private int containers;

    private HeifReader(Bytes bytes) {
        this.bytes = bytes;
    }

    static ReaderResult read(Bytes bytes) {
        return new HeifReader(bytes).read();
    }

    private ReaderResult read() {
        boolean whole = true;
        Box box = new Box(bytes, 0, bytes.length());
        while (box.next()) {
            whole &= !box.overruns();
            if (box.type() == Box.META && ++containers <= MOST_CONTAINERS) {
                descend(new Box(bytes, box.start() + 4, box.end()), 0);
            }
        }
        Size size = size(ofPrimary.isEmpty() ? properties : ofPrimary);
        if (size.shortSide() == 0) {
            return whole ? ReaderResult.corrupt(Measures.NONE) : ReaderResult.truncated(Measures.NONE);
        }
        return ReaderResult.of(whole, Measures.NONE.withSize(size));
    }

    private void descend(Box box, int depth) {
        while (box.next()) {
            switch (box.type()) {
                case Box.PITM -> primary = itemId(box.start() + 4, box.version() > 0);
                case Box.IPRP, Box.IPCO -> {
                    if (depth < 3 && ++containers <= MOST_CONTAINERS) {
                        descend(new Box(bytes, box.start(), box.end()), depth + 1);
                    }
                }
                case Box.IPMA -> associations(box);
                default -> {
                    if (depth == 2) {
                        property(box);
                    }
                }
            }
        }
    }

    private long itemId(long at, boolean wide) {
        return wide ? bytes.u32(at) : bytes.u16(at);
    }

    private void property(Box box) {
        if (properties.size() < MOST_PROPERTIES) {
            Size size = box.type() == Box.ISPE
                    ? new Size(bytes.u32(box.start() + 4), bytes.u32(box.start() + 8))
                    : new Size(0, 0);
            int turns = box.type() == Box.IROT ? bytes.u8(box.start()) & 3 : 0;
            properties.add(new Property(box.type(), size, turns));
        }
    }

    /** Which properties belong to which item; indexes count from one, in the order they are stored. */
    private void associations(Box box) {
        boolean wideIds = box.version() > 0;
        boolean wideIndexes = (bytes.u8(box.start() + 3) & 1) != 0;
        long items = bytes.u32(box.start() + 4);
        long at = box.start() + 8;
        for (long i = 0; i < items && at < box.end(); i++) {
            long item = itemId(at, wideIds);
            at += wideIds ? 4 : 2;
            int count = bytes.u8(at++);
            for (int n = 0; n < count && at < box.end(); n++, at += wideIndexes ? 2 : 1) {
                int index = wideIndexes ? bytes.u16(at) & 0x7FFF : bytes.u8(at) & 0x7F;
                if (item == primary && index >= 1 && index <= properties.size() && ofPrimary.size() < MOST_PROPERTIES) {
                    ofPrimary.add(properties.get(index - 1));
                }
            }
        }
    }

    /** The largest extent, so that without associations it is the image and not its thumbnail. */
    private static Size size(List<Property> candidates) {
        Size largest = new Size(0, 0);
        boolean turned = false;
        for (Property property : candidates) {
            Size size = property.size();
            boolean larger = Math.max(size.width(), size.height()) > Math.max(largest.width(), largest.height());
            largest = larger ? size : largest;
            turned |= property.quarterTurns() % 2 == 1;
        }
        return turned ? largest.turned() : largest;
    }
}
