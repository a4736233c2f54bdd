package dev.venicesim.catalog.price;

import dev.venicesim.catalog.UserFileObject;
import dev.venicesim.money.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reader of what a price row says about the price, by the kind it is of. */
final class PriceReader {

    private static final BigDecimal MAX_USD = BigDecimal.valueOf(1_000);
    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal MAX_FPS = BigDecimal.valueOf(1_000);
    private static final int DECIMALS = 6;

    private PriceReader() {}

    static Price read(UserFileObject row) {
        var kind = row.text("per", "second");
        return switch (kind) {
            case "second" -> perSecond(checked(row, kind));
            case "clip" -> perClip(checked(row, kind));
            case "token" -> TokenReader.read(checked(row, kind));
            case "upscaled-second" -> perUpscaledSecond(checked(row, kind));
            default -> throw row.refuse("per", "second, clip, token or upscaled-second");
        };
    }

    private static UserFileObject checked(UserFileObject row, String kind) {
        RowKeys.check(row, kind);
        return row;
    }

    private static Price perSecond(UserFileObject row) {
        return new PerSecond(soundPrice(row), ratios(row), usdWithVideo(row), time(row), fee(row));
    }

    private static Usd usdWithVideo(UserFileObject row) {
        if (!row.has("usdWithVideo")) {
            return Usd.ZERO;
        }
        if (!time(row).countsReferences() || usd(row, "usd").isZero()) {
            throw row.refuse("usdWithVideo", "countsReferenceSeconds beside it, and a usd above 0");
        }
        return usd(row, "usdWithVideo");
    }

    private static Map<String, SoundPrice> ratios(UserFileObject row) {
        var prices = new LinkedHashMap<String, SoundPrice>();
        if (row.has("ratios")) {
            var ratios = row.object("ratios");
            ratios.node().fieldNames().forEachRemaining(ratio -> {
                var amount = checkedRatio(ratios, ratio).object(ratio);
                RowKeys.check(amount, "the price of a ratio", RowKeys.AMOUNT);
                prices.put(ratio, soundPrice(amount));
            });
        }
        return prices;
    }

    /** The same object, if the key is a ratio as requests write it. */
    static UserFileObject checkedRatio(UserFileObject object, String key) {
        if (!key.matches("[0-9]{1,3}:[0-9]{1,3}")) {
            throw object.refuse(key, "a ratio such as 21:9 as the key");
        }
        return object;
    }

    private static ClipFee fee(UserFileObject row) {
        if (!row.has("perClipUsd")) {
            if (row.has("perClipTimes")) {
                throw row.refuse("perClipUsd", "the amount that perClipTimes multiplies");
            }
            return ClipFee.NONE;
        }
        return switch (row.text("perClipTimes", "clip")) {
            case "clip" -> new ClipFee(usd(row, "perClipUsd"), false);
            case "referenceImages" -> new ClipFee(usd(row, "perClipUsd"), true);
            default -> throw row.refuse("perClipTimes", "clip or referenceImages");
        };
    }

    /**
     * Which seconds are paid for; {@code "references": "tokens"} is how older files said that those of references are.
     */
    static BilledTime time(UserFileObject row) {
        if (row.has("references") && !row.text("references").equals("tokens")) {
            throw row.refuse("references", "tokens");
        }
        var max = row.has("maxBilledSeconds") ? positive(row, "maxBilledSeconds", MAX_SECONDS) : BilledTime.UNBOUNDED;
        return new BilledTime(row.has("references") || row.flag("countsReferenceSeconds"), max);
    }

    private static Price perClip(UserFileObject row) {
        if (!row.has("steps")) {
            return new PerClip(soundPrice(row));
        }
        if (row.has("usd") || row.has("silentUsd")) {
            throw row.refuse("usd", "no amount beside steps, which have their own");
        }
        var steps = new ArrayList<PerStep.Step>();
        for (var step : objects(row, "steps", "an array of {seconds, usd, silentUsd}")) {
            RowKeys.check(step, "a step", RowKeys.STEP);
            var seconds = positive(step, "seconds", MAX_SECONDS);
            if (!steps.isEmpty()
                    && seconds.compareTo(steps.get(steps.size() - 1).seconds()) <= 0) {
                throw step.refuse("seconds", "more seconds than the step before");
            }
            steps.add(new PerStep.Step(seconds, soundPrice(step)));
        }
        return new PerStep(steps);
    }

    private static Price perUpscaledSecond(UserFileObject row) {
        var tiers = new ArrayList<PerUpscaledSecond.Tier>();
        var objects = objects(row, "tiers", "an array of {maxHeight, usd}, the last without maxHeight");
        for (var tier : objects) {
            RowKeys.check(tier, "a tier", RowKeys.TIER);
            var last = tiers.size() == objects.size() - 1;
            if (last == tier.has("maxHeight")) {
                throw tier.refuse("maxHeight", last ? "no bound on the last tier" : "the greatest height in pixels");
            }
            var height = last ? Integer.MAX_VALUE : tier.number("maxHeight").intValue();
            if (!tiers.isEmpty() && height <= tiers.get(tiers.size() - 1).maxHeight()) {
                throw tier.refuse("maxHeight", "a height above the tier before");
            }
            tiers.add(new PerUpscaledSecond.Tier(height, usd(tier, "usd")));
        }
        return new PerUpscaledSecond(
                tiers, row.has("doubleAboveFps") ? row.number("doubleAboveFps") : PerUpscaledSecond.NEVER);
    }

    private static List<UserFileObject> objects(UserFileObject row, String key, String wanted) {
        var array = row.node().path(key);
        if (!array.isArray() || array.isEmpty()) {
            throw row.refuse(key, wanted);
        }
        var objects = new ArrayList<UserFileObject>();
        for (var i = 0; i < array.size(); i++) {
            objects.add(new UserFileObject(array.path(i), row.pointer() + "/" + key + "/" + i));
        }
        return objects;
    }

    private static SoundPrice soundPrice(UserFileObject object) {
        var usd = usd(object, "usd");
        return new SoundPrice(usd, object.has("silentUsd") ? usd(object, "silentUsd") : usd);
    }

    static Usd usd(UserFileObject object, String key) {
        var number = object.number(key);
        if (number.signum() < 0 || number.compareTo(MAX_USD) > 0 || number.scale() > DECIMALS) {
            throw object.refuse(key, "dollars from 0 to 1000 with at most six decimals");
        }
        return Usd.of(number);
    }

    static BigDecimal fps(UserFileObject row) {
        return positive(row, "framesPerSecond", MAX_FPS);
    }

    static BigDecimal positive(UserFileObject object, String key, BigDecimal max) {
        var number = object.number(key);
        if (number.signum() <= 0 || number.compareTo(max) > 0 || number.scale() > DECIMALS) {
            throw object.refuse(
                    key, "a number above 0, at most " + max.toPlainString() + ", with at most six decimals");
        }
        return number;
    }
}
