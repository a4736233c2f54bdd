package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.input.MediaReference;
import dev.venicesim.input.MediaUrl;
import dev.venicesim.json.Json;
import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that tell a world what the media behind addresses measure, since nobody opens them. */
final class MediaCalls {

    private static final Set<String> FIELDS = Set.of("width", "height", "seconds", "fps", "bytes");
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * Registers what each address measures, in place of what was registered before; {@code null} forgets. All or, if
     * one is wrong, nothing.
     */
    Reply register(World world, Request request) {
        var registered = new LinkedHashMap<String, Optional<Measures>>();
        ControlBody.of(request).node().properties().forEach(entry -> {
            var url = address(entry.getKey());
            registered.put(url, measures(url, entry.getValue()));
        });
        registered.forEach((url, measures) ->
                world.<Measures, Boolean>compute(StateKinds.MEDIA, url, before -> new Transition<>(measures, true)));
        return Reply.json(200, json(registered));
    }

    private static String address(String key) {
        if (MediaReference.of(key) instanceof MediaUrl url) {
            return url.url();
        }
        throw ProblemException.badRequest("\"" + key.substring(0, Math.min(100, key.length()))
                + "\" is no http(s) address; a data URL is measured by its bytes");
    }

    private static Optional<Measures> measures(String url, JsonNode declared) {
        if (declared.isNull()) {
            return Optional.empty();
        }
        if (!declared.isObject()) {
            throw ProblemException.badRequest(
                    url + " wants an object such as {\"width\":1920,\"height\":1080,\"seconds\":12}");
        }
        declared.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw ProblemException.badRequest("no field is called \"" + name + "\" here; there are "
                        + String.join(", ", FIELDS.stream().sorted().toList()));
            }
        });
        var fields = new Fields(url, declared);
        var measures = size(fields).map(Measures.NONE::withSize).orElse(Measures.NONE);
        measures = fields.positive("seconds")
                .map(seconds -> Duration.ofNanos(seconds.movePointRight(9).longValue()))
                .map(measures::withDuration)
                .orElse(measures);
        measures = fields.positive("fps")
                .map(FrameRate::of)
                .map(measures::withFrameRate)
                .orElse(measures);
        return Optional.of(fields.whole("bytes").map(measures::withBytes).orElse(measures));
    }

    private static Optional<Size> size(Fields fields) {
        var width = fields.whole("width");
        var height = fields.whole("height");
        if (width.isPresent() != height.isPresent()) {
            throw ProblemException.badRequest(fields.url() + " has only one of width and height");
        }
        return width.map(pixels -> new Size(pixels, height.orElseThrow()));
    }

    /** The numbers declared for an address. */
    private record Fields(String url, JsonNode declared) {

        Optional<BigDecimal> positive(String name) {
            var value = declared.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            var known = value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
            if (known.signum() <= 0 || known.compareTo(MOST) > 0) {
                throw ProblemException.badRequest(
                        url + ": " + name + " wants a number above 0 and at most " + MOST + ", not " + value);
            }
            return Optional.of(known);
        }

        Optional<Long> whole(String name) {
            if (declared.hasNonNull(name) && !declared.path(name).isIntegralNumber()) {
                throw ProblemException.badRequest(
                        url + ": " + name + " wants a whole number, not " + declared.path(name));
            }
            return positive(name).map(BigDecimal::longValue);
        }
    }

    private static ObjectNode json(Map<String, Optional<Measures>> registered) {
        var body = Json.object();
        registered.forEach((url, known) -> known.ifPresent(measures -> {
            var entry = body.putObject(url);
            measures.size().ifPresent(size -> entry.put("width", size.width()).put("height", size.height()));
            measures.duration()
                    .ifPresent(length -> entry.put("seconds", plain(BigDecimal.valueOf(length.toNanos(), 9))));
            measures.frameRate().ifPresent(rate -> entry.put("fps", plain(BigDecimal.valueOf(rate.milliFps(), 3))));
            measures.bytes().ifPresent(bytes -> entry.put("bytes", bytes));
        }));
        return body;
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
