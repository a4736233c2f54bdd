package dev.venicesim.media.render;

import java.util.function.IntUnaryOperator;

/** The {@code stbl} boxes of both tracks: how long, how large and where each sample is. */
final class SampleTables {

    private final Layout layout;
    private final ClipTimeline timeline;

    /** Where media data begin in the file. */
    private final long base;

    SampleTables(Layout layout, long base) {
        this.layout = layout;
        timeline = layout.timeline();
        this.base = base;
    }

    /** All tables of the pictures but {@code stsd}. */
    void pictures(BoxWriter stbl, int frameDuration) {
        int perSecond = timeline.framesPerSecond();
        stbl.fullBox("stts", 0, box -> box.u32(1).u32(timeline.frames()).u32(frameDuration));
        stbl.fullBox("stss", 0, box -> {
            box.u32(timeline.seconds());
            for (int second = 0; second < timeline.seconds(); second++) {
                box.u32(1L + (long) second * perSecond);
            }
        });
        chunks(stbl, timeline::framesIn);
        stbl.fullBox("stsz", 0, box -> {
            box.u32(0).u32(timeline.frames());
            for (int frame = 0; frame < timeline.frames(); frame++) {
                box.u32(pictureBytes(frame % perSecond));
            }
        });
        offsets(stbl, false);
    }

    /** All tables of the sound but {@code stsd}. */
    void sound(BoxWriter stbl) {
        int frames = timeline.soundFrames();
        long last = ClipTimeline.AAC_FRAME + timeline.samples() - (frames - 1L) * ClipTimeline.AAC_FRAME;
        stbl.fullBox(
                "stts",
                0,
                box -> box.u32(2)
                        .u32(frames - 1L)
                        .u32(ClipTimeline.AAC_FRAME)
                        .u32(1)
                        .u32(last));
        chunks(stbl, timeline::soundIn);
        stbl.fullBox("stsz", 0, box -> box.u32(SilentSound.FRAME_BYTES).u32(frames));
        offsets(stbl, true);
        // each frame needs the one before it to be decoded right
        stbl.fullBox("sgpd", 1 << 24, box -> box.text("roll").u32(2).u32(1).u16(-1));
        stbl.fullBox("sbgp", 0, box -> box.text("roll").u32(1).u32(frames).u32(1));
    }

    private int pictureBytes(int frameInSecond) {
        return frameInSecond == 0
                ? layout.picture().length()
                : layout.sweep().length(frameInSecond) - layout.sweep().length(frameInSecond - 1);
    }

    private void chunks(BoxWriter stbl, IntUnaryOperator samplesIn) {
        BoxWriter runs = new BoxWriter();
        int count = 0;
        for (int second = 0; second < timeline.seconds(); second++) {
            int samples = samplesIn.applyAsInt(second);
            if (second == 0 || samples != samplesIn.applyAsInt(second - 1)) {
                runs.u32(second + 1L).u32(samples).u32(1);
                count++;
            }
        }
        int entries = count;
        stbl.fullBox("stsc", 0, box -> box.u32(entries).bytes(runs.toByteArray()));
    }

    private void offsets(BoxWriter stbl, boolean sound) {
        boolean wide = layout.needs64Bits();
        stbl.fullBox(wide ? "co64" : "stco", 0, box -> {
            box.u32(timeline.seconds());
            for (int second = 0; second < timeline.seconds(); second++) {
                long at = base + (sound ? layout.sound(second) : layout.starts()[second]);
                if (wide) {
                    box.u64(at);
                } else {
                    box.u32(at);
                }
            }
        });
    }
}
