package dev.venicesim.media.render;

import java.util.function.Consumer;

/** Everything before the media data: {@code ftyp}, {@code moov} and the header of {@code mdat}. */
final class MovieHeader {

    /** Ticks a frame lasts; movie and pictures share one timescale, so every duration is exact. */
    private static final int TICKS = 1000;

    private static final int PICTURES = 1;
    private static final int SOUND = 2;

    private final ClipSpec spec;
    private final Layout layout;
    private final ParameterSets sets;
    private final String comment;
    private final long timescale;
    private final long duration;

    private MovieHeader(ClipSpec spec, Layout layout, ParameterSets sets, ContentHash hash) {
        this.spec = spec;
        this.layout = layout;
        this.sets = sets;
        comment = plain(spec.card().queueId()) + " seed=" + spec.seed() + " spec=" + hash.hex();
        timescale = (long) TICKS * spec.framesPerSecond();
        duration = (long) TICKS * layout.timeline().frames();
    }

    static byte[] of(ClipSpec spec, Layout layout, ParameterSets sets, ContentHash hash) {
        MovieHeader header = new MovieHeader(spec, layout, sets, hash);
        // the tables hold places in the file, and their size does not depend on them
        int size = header.write(0).length;
        return header.write(size);
    }

    private byte[] write(long base) {
        SampleTables tables = new SampleTables(layout, base);
        BoxWriter file = new BoxWriter();
        file.box("ftyp", box -> box.text("isom").u32(0x200).text("isomiso2avc1mp41"));
        file.box("moov", moov -> {
            movie(moov);
            track(moov, PICTURES, media -> pictures(media, tables));
            if (layout.timeline().hasSound()) {
                track(moov, SOUND, media -> sound(media, tables));
            }
            moov.box("udta", this::tags);
        });
        if (layout.needs64Bits()) {
            file.u32(1).text("mdat").u64(16 + layout.length());
        } else {
            file.u32(8 + layout.length()).text("mdat");
        }
        return file.toByteArray();
    }

    private void movie(BoxWriter moov) {
        int next = layout.timeline().hasSound() ? SOUND + 1 : PICTURES + 1;
        moov.fullBox("mvhd", 0, box -> {
            box.u32(0)
                    .u32(0)
                    .u32(timescale)
                    .u32(duration)
                    .u32(0x10000)
                    .u16(0x100)
                    .zeros(10);
            matrix(box).zeros(24).u32(next);
        });
    }

    private void track(BoxWriter moov, int id, Consumer<BoxWriter> media) {
        boolean sound = id == SOUND;
        moov.box("trak", trak -> {
            trak.fullBox("tkhd", 3, box -> {
                box.u32(0).u32(0).u32(id).u32(0).u32(duration).zeros(8).u16(0).u16(sound ? 1 : 0);
                matrix(box.u16(sound ? 0x100 : 0).u16(0));
                box.u32(sound ? 0 : (long) spec.width() << 16).u32(sound ? 0 : (long) spec.height() << 16);
            });
            int skipped = sound ? ClipTimeline.AAC_FRAME : 0;
            trak.box(
                    "edts",
                    edts -> edts.fullBox(
                            "elst",
                            0,
                            box -> box.u32(1).u32(duration).u32(skipped).u32(0x10000)));
            trak.box("mdia", media);
        });
    }

    private void pictures(BoxWriter mdia, SampleTables tables) {
        mediaHeader(mdia, timescale, duration, "vide", "Pictures");
        mdia.box("minf", minf -> {
            minf.fullBox("vmhd", 1, box -> box.zeros(8));
            dataHere(minf);
            minf.box("stbl", stbl -> {
                stbl.fullBox("stsd", 0, box -> pictureEntry(box.u32(1)));
                tables.pictures(stbl, TICKS);
            });
        });
    }

    private void sound(BoxWriter mdia, SampleTables tables) {
        long samples = ClipTimeline.AAC_FRAME + layout.timeline().samples();
        mediaHeader(mdia, ClipTimeline.SAMPLE_RATE, samples, "soun", "Sound");
        mdia.box("minf", minf -> {
            minf.fullBox("smhd", 0, box -> box.zeros(4));
            dataHere(minf);
            minf.box("stbl", stbl -> {
                stbl.fullBox("stsd", 0, box -> SilentSound.entry(box.u32(1)));
                tables.sound(stbl);
            });
        });
    }

    private void pictureEntry(BoxWriter stsd) {
        stsd.box("avc1", entry -> {
            entry.zeros(6).u16(1).zeros(16).u16(spec.width()).u16(spec.height());
            entry.u32(0x480000).u32(0x480000).u32(0).u16(1).zeros(32).u16(24).u16(-1);
            entry.box(
                    "avcC",
                    box -> box.u8(1)
                            .u8(ParameterSets.PROFILE_IDC)
                            .u8(ParameterSets.CONSTRAINTS)
                            .u8(sets.levelIdc())
                            .u8(0xFF)
                            .u8(0xE1)
                            .u16(sets.sequence().length)
                            .bytes(sets.sequence())
                            .u8(1)
                            .u16(sets.picture().length)
                            .bytes(sets.picture()));
            entry.box("pasp", box -> box.u32(1).u32(1));
        });
    }

    private void tags(BoxWriter udta) {
        udta.fullBox("meta", 0, meta -> {
            meta.fullBox("hdlr", 0, box -> box.u32(0).text("mdirappl").zeros(9));
            meta.box("ilst", list -> {
                tag(list, "\u00a9nam", plain(spec.card().model()));
                tag(list, "\u00a9too", "Venice video simulator");
                tag(list, "\u00a9cmt", comment);
                tag(list, "desc", plain(spec.card().prompt()));
            });
        });
    }

    private static void tag(BoxWriter list, String name, String value) {
        list.box(name, tag -> tag.box("data", box -> box.u32(1).u32(0).text(value)));
    }

    private static String plain(String text) {
        return GlyphText.excerpt(text, 300).replaceAll("\\p{Cntrl}", " ");
    }

    private static void mediaHeader(BoxWriter mdia, long timescale, long duration, String handler, String name) {
        mdia.fullBox(
                "mdhd",
                0,
                box -> box.u32(0)
                        .u32(0)
                        .u32(timescale)
                        .u32(duration)
                        .u16(0x55C4)
                        .u16(0));
        mdia.fullBox(
                "hdlr", 0, box -> box.u32(0).text(handler).zeros(12).text(name).u8(0));
    }

    private static void dataHere(BoxWriter minf) {
        minf.box("dinf", dinf -> dinf.fullBox("dref", 0, box -> box.u32(1).fullBox("url ", 1, url -> {})));
    }

    private static BoxWriter matrix(BoxWriter box) {
        return box.u32(0x10000).zeros(12).u32(0x10000).zeros(12).u32(0x40000000);
    }
}
