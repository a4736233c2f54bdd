package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reader of the shapes of which the shipped data files are made; a file that lacks them is a bug. */
final class DataNodes {

    private DataNodes() {}

    static List<String> strings(JsonNode array) {
        var list = new ArrayList<String>(array.size());
        array.forEach(item -> list.add(item.textValue()));
        return Collections.unmodifiableList(list);
    }

    static Set<String> stringSet(JsonNode array) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(strings(array)));
    }

    static Set<RequestField> inputs(JsonNode array) {
        var set = EnumSet.noneOf(RequestField.class);
        array.forEach(item -> set.add(input(item.textValue())));
        return Collections.unmodifiableSet(set);
    }

    static RequestField input(String field) {
        return RequestField.find(field).orElseThrow(() -> new IllegalStateException("no field of ours: " + field));
    }

    static Map<String, String> texts(JsonNode object) {
        return map(object, Function.identity(), JsonNode::textValue);
    }

    static <K, V> Map<K, V> map(JsonNode object, Function<String, K> key, Function<JsonNode, V> value) {
        var map = new LinkedHashMap<K, V>();
        object.properties().forEach(entry -> map.put(key.apply(entry.getKey()), value.apply(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }
}
