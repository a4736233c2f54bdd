package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;

/** Telling what is simulated: health, editions, models and their rules, quirks, prices. */
final class CatalogueCalls {

    private final ControlDesk desk;

    CatalogueCalls(ControlDesk desk) {
        this.desk = desk;
    }

    Reply health() {
        return Reply.json(
                200,
                Json.object()
                        .put("status", "UP")
                        .put("version", desk.version())
                        .put("edition", desk.defaults().behaviour().edition().id()));
    }

    Reply editions() {
        var body = Json.object();
        var editions = body.putArray("editions");
        for (var edition : Edition.values()) {
            editions.addObject()
                    .put("id", edition.id())
                    .put("apiVersion", edition.apiVersion())
                    .put("default", edition == desk.defaults().behaviour().edition());
        }
        return Reply.json(200, body);
    }

    Reply quirks() {
        var body = Json.object();
        var quirks = body.putArray("quirks");
        for (var quirk : Quirk.values()) {
            var entry = quirks.addObject()
                    .put("name", quirk.label())
                    .put("default", quirk.defaultValue())
                    .put("decides", quirk.decides())
                    .put("source", quirk.source());
            var values = entry.putArray("values");
            quirk.choices().forEach(values::add);
        }
        return Reply.json(200, body);
    }

    Reply models(Request request) {
        var catalog = desk.catalogues().catalog(edition(request));
        var body = Json.object().put("edition", catalog.edition().id());
        var models = body.putArray("models");
        catalog.listed().forEach(model -> models.add(brief(model)));
        catalog.unlisted().forEach(model -> models.add(brief(model)));
        return Reply.json(200, body);
    }

    Reply model(Request request, String id) {
        var edition = edition(request);
        var model = desk.catalogues()
                .catalog(edition)
                .find(id)
                .orElseThrow(() -> Problem.notFound("edition " + edition + " has no model " + id));
        var body = brief(model).put("edition", edition.id());
        var rules = body.putArray("rules");
        desk.catalogues().rules(edition, model).forEach(rules::add);
        var provenance = body.putObject("provenance");
        model.provenance().forEach((name, origin) -> provenance.put(name, origin.toString()));
        return Reply.json(200, body);
    }

    Reply prices(Request request) {
        return Reply.json(200, desk.catalogues().prices(edition(request)).toJson());
    }

    private static ObjectNode brief(Model model) {
        return Json.object()
                .put("id", model.id())
                .put("name", model.card().name())
                .put("kind", model.rules().kind().toString())
                .put("listed", model.listed());
    }

    private Edition edition(Request request) {
        return request.parameter("edition")
                .map(id ->
                        Edition.find(id).orElseThrow(() -> Problem.badRequest("no edition is called \"" + id + "\"")))
                .orElse(desk.defaults().behaviour().edition());
    }
}
