package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.money.LineItem;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Price of so much a million tokens, of which a clip has width x height x frames a second x seconds / 1024.
 *
 * @param rate of a million tokens
 * @param rateWithVideo the same for a clip with reference video, where its seconds are paid for
 * @param frames the size of a frame by ratio
 * @param frameWithoutRatio the ratio whose frame is paid for where none was asked for, or one that is not among the
 *     frames
 * @param time which seconds are paid for
 */
public record PerToken(
        Usd rate,
        Usd rateWithVideo,
        BigDecimal framesPerSecond,
        Map<String, Frame> frames,
        String frameWithoutRatio,
        BilledTime time)
        implements Price {

    /** Million tokens of one pixel: 1 / (1024 x 1,000,000), which is a finite decimal. */
    private static final BigDecimal MILLIONS_PER_PIXEL = new BigDecimal("9.765625E-10");

    public PerToken {
        frames = Map.copyOf(frames);
        if (!frames.containsKey(frameWithoutRatio)) {
            throw new IllegalArgumentException("there is no frame for " + frameWithoutRatio);
        }
    }

    /** A frame's size in pixels. */
    public record Frame(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }

    @Override
    @Verified(on = "2026-09-28", source = "docs/api/edition-2026-10-02.md#ratio-in-the-price")
    public LineItem bill(ClipUsage usage) {
        var pixels = BigDecimal.valueOf(frame(usage.ratio()).pixels())
                .multiply(framesPerSecond)
                .multiply(time.of(usage));
        return LineItem.of(time.countsVideoOf(usage) ? rateWithVideo : rate, pixels.multiply(MILLIONS_PER_PIXEL));
    }

    private Frame frame(String ratio) {
        var asked = frames.get(ratio);
        return asked == null ? Objects.requireNonNull(frames.get(frameWithoutRatio)) : asked;
    }

    @Override
    public void writeTo(ObjectNode row) {
        row.put("per", "token").put("usdPerMillionTokens", rate.number());
        if (!rateWithVideo.equals(rate)) {
            row.put("usdPerMillionTokensWithVideo", rateWithVideo.number());
        }
        row.put("framesPerSecond", framesPerSecond);
        var sizes = row.putObject("frames");
        new TreeMap<>(frames)
                .forEach((ratio, frame) ->
                        sizes.putArray(ratio).add(frame.width()).add(frame.height()));
        row.put("frameWithoutRatio", frameWithoutRatio);
        time.writeTo(row);
    }
}
