package dev.venicesim.packaging;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that a class file may mean classes by, in the form of a class file: of its references, descriptors, signatures
 * and annotations, and of texts, since reflection takes those.
 */
final class ClassNames {

    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern IN_A_DESCRIPTOR = Pattern.compile("L([\\w$/]+)[;<]");
    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)+");

    private ClassNames() {}

    static Set<String> in(InputStream file) throws IOException {
        var data = new DataInputStream(file);
        if (data.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        data.skipNBytes(4);
        var entries = data.readUnsignedShort();
        var names = new HashSet<String>();
        for (var entry = 1; entry < entries; entry++) {
            var tag = data.readUnsignedByte();
            if (tag == 1) {
                add(data.readUTF(), names);
            } else {
                data.skipNBytes(length(tag));
                if (tag == 5 || tag == 6) {
                    // long and double take two entries each
                    entry++;
                }
            }
        }
        return names;
    }

    private static void add(String text, Set<String> names) {
        if (NAME.matcher(text).matches()) {
            names.add(text.replace('.', '/'));
        }
        var described = IN_A_DESCRIPTOR.matcher(text);
        while (described.find()) {
            names.add(described.group(1));
        }
    }

    /** What follows the tag of an entry, as section 4.4 of the JVM's specification has it. */
    private static int length(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("a constant of kind " + tag);
        };
    }
}
