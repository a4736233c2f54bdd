package dev.venicesim.catalog.price;

import dev.venicesim.catalog.UserFileObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reader of a price row per token. */
final class TokenReader {

    private static final int MAX_SIDE = 16_384;

    private TokenReader() {}

    static PerToken read(UserFileObject row) {
        var rate = PriceReader.usd(row, "usdPerMillionTokens");
        var withVideo =
                row.has("usdPerMillionTokensWithVideo") ? PriceReader.usd(row, "usdPerMillionTokensWithVideo") : rate;
        var fps = PriceReader.fps(row);
        var frames = frames(row);
        var without = row.text("frameWithoutRatio");
        if (!frames.containsKey(without)) {
            throw row.refuse("frameWithoutRatio", "one of the ratios of frames");
        }
        return new PerToken(rate, withVideo, fps, frames, without, PriceReader.time(row));
    }

    private static Map<String, PerToken.Frame> frames(UserFileObject row) {
        var frames = new LinkedHashMap<String, PerToken.Frame>();
        var sizes = row.object("frames");
        sizes.node().fieldNames().forEachRemaining(ratio -> {
            var sides = PriceReader.checkedRatio(sizes, ratio).node().path(ratio);
            var fits = sides.isArray() && sides.size() == 2;
            for (var side : sides) {
                fits &= side.isIntegralNumber() && side.asLong() >= 1 && side.asLong() <= MAX_SIDE;
            }
            if (!fits) {
                throw sizes.refuse(ratio, "[width, height] in pixels, 1 to " + MAX_SIDE);
            }
            frames.put(
                    ratio,
                    new PerToken.Frame(sides.path(0).asInt(), sides.path(1).asInt()));
        });
        return frames;
    }
}
