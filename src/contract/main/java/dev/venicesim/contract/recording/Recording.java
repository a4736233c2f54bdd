package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.report.JsonReport;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Recorder of a target's catalogue and quotes, as the files that {@code serve --models} and {@code --prices} take. Free
 * calls only, and no key.
 */
public final class Recording {

    private final Target target;
    private final Consumer<String> says;
    private final KnownPrices known = new KnownPrices();
    private final List<String> unpriced = new ArrayList<>();

    public Recording(Target target, Consumer<String> says) {
        this.target = target;
        this.says = says;
    }

    /** The models list as it is, with a note of where and when it was recorded. */
    public JsonNode models() throws InterruptedException {
        var answer = target.ask(TargetRequest.get("/models?type=video"));
        if (!answer.ok() || answer.json().path("data").isEmpty()) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    target.baseUrl() + "/models?type=video answered " + answer.status()
                            + " without a list of models; give the base URL of the API, ending in /api/v1");
        }
        var list = answer.json().<ObjectNode>deepCopy();
        list.putObject("x-venice-sim").put("source", source());
        return list;
    }

    private String source() {
        return "recorded from " + target.baseUrl() + " on "
                + target.time().now().toString().substring(0, 10);
    }

    /**
     * The prices of a models list, one row for each model and resolution that can be quoted by its length: every
     * length, with and without sound, at the first ratio and at each that costs another price, and a clip after
     * reference video.
     *
     * @param resume where quotes are kept as they come, and taken from when the run is taken up again
     */
    public ObjectNode prices(JsonNode models, Optional<Path> resume) throws InterruptedException {
        var notes = new Notebook(target, resume);
        var rows = Json.mapper().createArrayNode();
        var asks = new ArrayList<PriceQuery>();
        models.path("data").forEach(model -> asks.addAll(PriceQuery.of(model)));
        fetch(asks, notes);
        for (var ask : asks) {
            row(ask, notes).ifPresent(rows::add);
        }
        notes.save();
        unpriced.forEach(line -> says.accept("not priced: " + line));
        var file = Json.object();
        file.set("rows", rows);
        return file;
    }

    /**
     * The quotes of a models list that {@link #prices} makes its rows of.
     *
     * @param resume as there
     */
    public QuoteTable quotes(JsonNode models, Optional<Path> resume) throws InterruptedException {
        var notes = new Notebook(target, resume);
        var asks = new ArrayList<PriceQuery>();
        models.path("data").forEach(model -> asks.addAll(PriceQuery.of(model)));
        fetch(asks, notes);
        notes.save();
        try {
            return notes.table();
        } catch (IOException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "resume cannot be \"" + resume.map(Path::toString).orElse("")
                            + "\": it holds what nobody asked for; give another",
                    e);
        }
    }

    /** A model that refuses the longest clip is asked nothing more. */
    private void fetch(List<PriceQuery> asks, Notebook notes) throws InterruptedException {
        var fetch = new QuoteFetch(target, notes);
        says.accept("asking for the longest clips of " + asks.size() + " models and resolutions");
        fetch.all(asks.stream().flatMap(ask -> ask.first().stream()).toList());
        var others = new ArrayList<ObjectNode>();
        for (var ask : asks) {
            if (notes.quote(ask.first().get(0)).isPresent()) {
                others.addAll(ask.others());
            }
        }
        says.accept("asking for " + others.size() + " quotes of other lengths, ratios and reference seconds");
        fetch.all(others);
        var ofRatios = new ArrayList<ObjectNode>();
        for (var ask : asks) {
            for (var ratio : ratiosOfTheirOwn(ask, notes)) {
                ofRatios.addAll(ask.lengthsAt(ratio));
            }
        }
        if (!ofRatios.isEmpty()) {
            says.accept("asking for " + ofRatios.size() + " quotes of ratios that have a price of their own");
            fetch.all(ofRatios);
        }
        says.accept("has " + notes.size() + " quotes");
    }

    /** Those that cost another price than the first at the longest clip. */
    private static List<String> ratiosOfTheirOwn(PriceQuery ask, Notebook notes) throws InterruptedException {
        var longest = ask.durations().lastKey();
        var usual = both(ask, longest, ask.firstRatio(), notes);
        if (usual.isEmpty()) {
            return List.of();
        }
        var others = new ArrayList<String>();
        for (var ratio : ask.otherRatios()) {
            var quote = both(ask, longest, ratio, notes);
            if (quote.isPresent() && !quote.equals(usual)) {
                others.add(ratio);
            }
        }
        return others;
    }

    private Optional<ObjectNode> row(PriceQuery ask, Notebook notes) throws InterruptedException {
        var quoted = quoted(ask, notes);
        if (quoted.isEmpty()) {
            unpriced.add(ask.name());
            return Optional.empty();
        }
        var longest = quoted.get().usual().loud().lastEntry();
        says.accept(
                ask.name() + " " + longest.getKey() + "s " + longest.getValue().toPlainString() + " USD");
        var row = Json.object();
        row.putArray("models").add(ask.model().path("id").asText());
        if (!ask.resolution().isEmpty()) {
            row.putArray("resolutions").add(ask.resolution());
        }
        known.giving(ask, quoted.get())
                .ifPresentOrElse(price -> price.writeTo(row), () -> quoted.get().writeTo(row));
        row.put("source", "recorded from " + target.baseUrl());
        row.put("date", target.time().now().toString().substring(0, 10));
        return Optional.of(row);
    }

    /** A model that refuses the longest clip is asked nothing more. */
    private static Optional<Quoted> quoted(PriceQuery ask, Notebook notes) throws InterruptedException {
        if (both(ask, ask.durations().lastKey(), ask.firstRatio(), notes).isEmpty()) {
            return Optional.empty();
        }
        var ratios = new LinkedHashMap<String, Quoted.Lengths>();
        for (var ratio : ratiosOfTheirOwn(ask, notes)) {
            ratios.put(ratio, lengths(ask, ratio, notes));
        }
        return Optional.of(new Quoted(lengths(ask, ask.firstRatio(), notes), ratios, withReferences(ask, notes)));
    }

    private static Quoted.Lengths lengths(PriceQuery ask, String ratio, Notebook notes) throws InterruptedException {
        var loud = new TreeMap<Integer, BigDecimal>();
        var silent = new TreeMap<Integer, BigDecimal>();
        for (var seconds : ask.durations().keySet()) {
            both(ask, seconds, ratio, notes).ifPresent(sound -> {
                loud.put(seconds, sound.loud());
                silent.put(seconds, sound.silent());
            });
        }
        return new Quoted.Lengths(loud, silent);
    }

    /** A clip after reference video, by the seconds of both; empty where they are not taken. */
    private static NavigableMap<Integer, BigDecimal> withReferences(PriceQuery ask, Notebook notes)
            throws InterruptedException {
        var quotes = new TreeMap<Integer, BigDecimal>();
        var clip = PriceQuery.besideReferences(ask.durations());
        if (ask.takesReferences()) {
            for (var seconds : PriceQuery.REFERENCES) {
                notes.quote(ask.bodyWithReferences(seconds)).ifPresent(usd -> quotes.put(clip + seconds, usd));
            }
        }
        return quotes;
    }

    /** A quote with sound and one without. */
    private record Sound(BigDecimal loud, BigDecimal silent) {}

    private static Optional<Sound> both(PriceQuery ask, int seconds, String ratio, Notebook notes)
            throws InterruptedException {
        var loud = notes.quote(ask.body(seconds, true, ratio));
        if (loud.isEmpty() || !ask.switchesAudio()) {
            return loud.map(usd -> new Sound(usd, usd));
        }
        var silent = notes.quote(ask.body(seconds, false, ratio));
        return Optional.of(new Sound(loud.get(), silent.orElse(loud.get())));
    }

    /** A document as the file {@code serve} takes. */
    public static String file(JsonNode document) {
        return JsonReport.text((ObjectNode) document);
    }
}
