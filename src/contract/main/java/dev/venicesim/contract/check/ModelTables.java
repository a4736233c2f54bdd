package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.contract.check.FieldSamples.Manner;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tables of requests about the models that both the edition and the target list, whatever their family. */
final class ModelTables {

    /** Manners that need no list and no bound to be wrong in. */
    private static final Set<Manner> OF_EVERY_FAMILY = EnumSet.of(Manner.TYPE, Manner.NULL, Manner.EMPTY);

    /** What {@link #plain} asks about. */
    static final String PLAIN = QuoteChecks.PLAIN + " that the edition lists too";

    /** What the tables about all models ask about. */
    static final String ANY = "model of the edition";

    private ModelTables() {}

    static AnswerScript.Questions plain(Function<ObjectNode, List<TargetRequest>> calls) {
        return session -> session.sample()
                .plain()
                .filter(model -> isKnown(session, ModelSample.id(model)))
                .map(model -> calls.apply(ModelSample.smallest(model)))
                .orElse(List.of());
    }

    private static boolean isKnown(CheckContext session, String id) {
        return models(session).stream().anyMatch(model -> model.id().equals(id));
    }

    /** Those that both the edition and the target list. */
    static List<Model> models(CheckContext session) {
        return Catalog.of(session.schemas().edition()).listed().stream()
                .filter(model -> session.sample().lists(model.id()))
                .toList();
    }

    static List<TargetRequest> removed(CheckContext session) {
        var catalog = Catalog.of(session.schemas().edition());
        var gone = catalog.removed().stream();
        var unlisted = catalog.unlisted().stream().map(Model::id);
        return Stream.concat(gone, unlisted)
                .flatMap(id -> Stream.of("5s", "8s", CheckRequests.NO_DURATION)
                        .map(duration -> Json.object().put("model", id).put("duration", duration)))
                .map(body -> CheckRequests.quote(body).withKey())
                .toList();
    }

    /** Of a simulator alone, which finds a face by its name: another would have to be shown a real one. */
    static List<TargetRequest> consent(CheckContext session) {
        return models(session).stream()
                .filter(model -> model.rules().has(ModelTrait.CONSENT))
                .flatMap(model -> ConsentRequests.of(model).stream())
                .map(body -> CheckRequests.queueOf(body).withKey())
                .toList();
    }

    static List<TargetRequest> spoilt(CheckContext session, Manner manner) {
        var order = properties(session, "queue-request");
        var quote = properties(session, "quote-request");
        var calls = new ArrayList<TargetRequest>();
        for (var model : spoilable(session, order, manner)) {
            calls.add(CheckRequests.queueOf(ModelRequests.spoilt(model, order, manner))
                    .withKey());
            calls.add(CheckRequests.quote(ModelRequests.spoilt(model, quote, manner))
                    .withKey());
        }
        return calls;
    }

    /** Those that take every field; where many ask, one of each family and kind besides, for what any may mistake. */
    private static Set<Model> spoilable(CheckContext session, JsonNode order, Manner manner) {
        var models = new LinkedHashSet<>(covering(models(session), order));
        if (session.counterpart().hasManyCallers() && OF_EVERY_FAMILY.contains(manner)) {
            models.addAll(ModelFamilies.oneOfEach(models(session)));
        }
        return models;
    }

    static JsonNode properties(CheckContext session, String schema) {
        return EditionFiles.schema(session.schemas().edition(), schema).path("properties");
    }

    /** As few models as take, together, every field that one of them takes. */
    private static List<Model> covering(List<Model> models, JsonNode properties) {
        var left = EnumSet.allOf(RequestField.class);
        left.removeIf(field -> !properties.has(field.field()));
        var chosen = new ArrayList<Model>();
        while (true) {
            var best = models.stream()
                    .max((one, other) -> Long.compare(taken(one, left), taken(other, left)))
                    .filter(model -> taken(model, left) > 0);
            if (best.isEmpty()) {
                return chosen;
            }
            chosen.add(best.get());
            left.removeIf(field -> best.get().rules().accepts(field));
        }
    }

    private static long taken(Model model, EnumSet<RequestField> fields) {
        return fields.stream().filter(model.rules()::accepts).count();
    }

    static List<TargetRequest> transport(CheckContext session) {
        return session.sample()
                .plain()
                .filter(model -> isKnown(session, ModelSample.id(model)))
                .map(model -> TransportRequests.all(ModelSample.pricing(ModelSample.smallest(model))))
                .orElse(List.of());
    }

    /** Retrieve and complete of a job that is nobody's, by the models of each family. */
    static List<TargetRequest> jobs(CheckContext session) {
        var models =
                session.counterpart().hasManyCallers() ? ModelFamilies.oneOfEach(models(session)) : List.<Model>of();
        return Stream.concat(
                        BodyRequests.jobs(session).stream(),
                        models.stream()
                                .map(model -> CheckRequests.job().put("model", model.id()))
                                .flatMap(job -> Stream.of(CheckRequests.retrieve(job), CheckRequests.complete(job))))
                .toList();
    }

    /** Each private host in every field that holds an address. */
    static List<TargetRequest> hosts(CheckContext session) {
        var order = properties(session, "queue-request");
        return covering(models(session), order).stream()
                .flatMap(model -> (session.counterpart().hasManyCallers()
                                ? PrivateHosts.everyHost(model, order)
                                : PrivateHosts.inTurn(model, order))
                        .stream())
                .map(CheckRequests::unmistakable)
                .map(TargetRequest::withKey)
                .toList();
    }
}
