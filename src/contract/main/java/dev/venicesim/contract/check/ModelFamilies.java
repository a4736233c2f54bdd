package dev.venicesim.contract.check;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelFamily;
import java.util.LinkedHashMap;
import java.util.List;

/** Choice of one model of each family and kind: models of a family mostly share their rules, those of a kind their fields. */
final class ModelFamilies {

    private ModelFamilies() {}

    static List<Model> oneOfEach(List<Model> models) {
        var chosen = new LinkedHashMap<String, Model>();
        models.forEach(model -> chosen.putIfAbsent(
                ModelFamily.of(model.id()) + " " + model.rules().kind(), model));
        return List.copyOf(chosen.values());
    }
}
