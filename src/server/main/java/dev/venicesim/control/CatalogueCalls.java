package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.control.openapi.SimulatedOpenApi;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** Calls that tell what is simulated: health, editions, models and their rules, quirks, prices. */
final class CatalogueCalls {

    private final ControlContext context;

    CatalogueCalls(ControlContext context) {
        this.context = context;
    }

    Reply health() {
        return Reply.json(
                200,
                Json.object()
                        .put("status", "UP")
                        .put("version", context.version())
                        .put("edition", context.defaults().behaviour().edition().id()));
    }

    /** For a balancer: whether requests that change something would be answered. */
    Reply ready() {
        if (!context.storage().ready().getAsBoolean()) {
            throw ProblemException.unavailable();
        }
        return health();
    }

    Reply editions() {
        var body = Json.object();
        var editions = body.putArray("editions");
        ApiEdition.all().forEach(edition -> editions.add(described(edition)));
        return Reply.json(200, body);
    }

    private ObjectNode described(ApiEdition edition) {
        var simulated = context.services().editions().of(edition);
        var today = LocalDate.ofInstant(context.services().time().now(), ZoneOffset.UTC);
        var entry = Json.object()
                .put("id", edition.id())
                .put("apiVersion", edition.apiVersion())
                .put("default", edition.equals(context.defaults().behaviour().edition()));
        entry.set("rules", simulated.catalog().ages(today));
        entry.set("prices", simulated.quotes().book().ages(today));
        return entry;
    }

    Reply quirks() {
        var body = Json.object();
        var quirks = body.putArray("quirks");
        for (var quirk : ApiQuirk.values()) {
            var entry = quirks.addObject()
                    .put("name", quirk.label())
                    .put("default", quirk.defaultValue())
                    .put("decides", quirk.decides())
                    .put("source", quirk.source());
            var editions = entry.putObject("editions");
            ApiEdition.all().stream()
                    .filter(edition -> edition.quirks().containsKey(quirk.label()))
                    .forEach(edition ->
                            editions.put(edition.id(), edition.quirks().get(quirk.label())));
            var values = entry.putArray("values");
            quirk.choices().forEach(values::add);
        }
        return Reply.json(200, body);
    }

    Reply models(Request request) {
        var catalog = context.services().editions().of(context.edition(request)).catalog();
        var body = Json.object().put("edition", catalog.edition().id());
        var models = body.putArray("models");
        catalog.listed().forEach(model -> models.add(brief(model)));
        catalog.unlisted().forEach(model -> models.add(brief(model)));
        return Reply.json(200, body);
    }

    Reply model(Request request, String id) {
        var edition = context.edition(request);
        var model = context.services()
                .editions()
                .of(edition)
                .catalog()
                .find(id)
                .orElseThrow(() -> ProblemException.notFound("edition " + edition + " has no model " + id));
        var body = brief(model).put("edition", edition.id());
        var rules = body.putArray("rules");
        context.services().editions().of(edition).rules(model).forEach(rules::add);
        var provenance = body.putObject("provenance");
        new TreeMap<>(model.provenance())
                .forEach((name, origin) -> provenance
                        .putObject(name)
                        .put("inferred", origin.inferred())
                        .put("source", origin.source()));
        return Reply.json(200, body);
    }

    Reply prices(Request request) {
        return Reply.json(
                200,
                context.services()
                        .editions()
                        .of(context.edition(request))
                        .quotes()
                        .book()
                        .toJson());
    }

    /** The API's own OpenAPI document, with the quirks that the server was told over those of the edition. */
    Reply apiDocument(Request request) {
        var edition = context.edition(request);
        return apiDocument(edition, context.defaults().behaviour().quirks().in(edition), request);
    }

    /** The same as a world has it. */
    Reply apiDocument(World world, Request request) {
        var behaviour = world.settings().behaviour();
        return apiDocument(behaviour.edition(), behaviour.quirks(), request);
    }

    private Reply apiDocument(ApiEdition edition, QuirkSettings quirks, Request request) {
        var catalog = context.services().editions().of(edition).catalog();
        return Reply.json(200, SimulatedOpenApi.of(catalog, quirks, request.origin()));
    }

    private static ObjectNode brief(Model model) {
        return Json.object()
                .put("id", model.id())
                .put("name", model.card().name())
                .put("kind", model.rules().kind().toString())
                .put("listed", model.listed());
    }
}
