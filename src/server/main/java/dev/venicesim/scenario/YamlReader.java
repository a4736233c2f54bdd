package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reader of one YAML 1.2 document (or JSON, which is one) into a tree, bounded in size and depth. Anchors, aliases and
 * tags are refused: a scenario needs none.
 */
final class YamlReader {

    static final int MAX_CHARACTERS = 256 * 1024;
    static final int MAX_DEPTH = 30;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ParsedDocument source;
    private final Iterator<Event> events;

    private YamlReader(ParsedDocument source, Iterator<Event> events) {
        this.source = source;
        this.events = events;
    }

    static ParsedDocument read(String file, String text) {
        var source = new ParsedDocument(file, NullNode.instance);
        if (text.length() > MAX_CHARACTERS) {
            throw wrong(source, 1, 1, "the file is too large", "a scenario has at most 256 KiB");
        }
        try {
            var settings = LoadSettings.builder().setLabel(file).build();
            var parsed = new Parse(settings).parseString(jsonOrYaml(text)).iterator();
            return source.with(new YamlReader(source, parsed).document());
        } catch (MarkedYamlEngineException e) {
            throw malformed(source, e.getProblemMark().or(e::getContextMark), e.getProblem());
        } catch (YamlEngineException
                | NoSuchElementException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw malformed(source, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    // JSON may be indented with tabs, YAML may not; inside its strings JSON allows none
    private static String jsonOrYaml(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    private JsonNode document() {
        events.next();
        var first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw wrong(source, 1, 1, "the file is empty", "write at least a description");
        }
        var root = node("", events.next(), 0);
        events.next();
        var after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw wrong(after, "a second document begins", "a scenario is one document; remove ---");
        }
        return root;
    }

    private JsonNode node(String pointer, Event event, int depth) {
        var mark = event.getStartMark().orElseThrow();
        source.value(pointer, mark.getLine() + 1, mark.getColumn() + 1);
        if (depth > MAX_DEPTH) {
            throw wrong(event, "nested too deeply", "at most " + MAX_DEPTH + " levels");
        }
        if (event.getEventId() == Event.ID.Alias) {
            throw wrong(event, "an alias", "write the value itself");
        }
        if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            throw wrong(event, "an anchor", "remove it");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event.getEventId() == Event.ID.MappingStart ? mapping(pointer, depth) : sequence(pointer, depth);
    }

    private JsonNode mapping(String pointer, int depth) {
        var object = new ObjectNode(NODES);
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent key)
                    || key.getAnchor().isPresent()
                    || key.getTag().isPresent()) {
                throw wrong(event, "a key that is no plain text", "write a name");
            }
            var child = ParsedDocument.child(pointer, key.getValue());
            var mark = event.getStartMark().orElseThrow();
            source.key(child, mark.getLine() + 1, mark.getColumn() + 1);
            if (object.has(key.getValue())) {
                throw wrong(event, "key \"" + key.getValue() + "\" stands here twice", "keep one");
            }
            object.set(key.getValue(), node(child, events.next(), depth + 1));
        }
        return object;
    }

    private JsonNode sequence(String pointer, int depth) {
        var array = NODES.arrayNode();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            array.add(node(pointer + "/" + array.size(), event, depth + 1));
        }
        return array;
    }

    private static JsonNode scalarOf(String plain) {
        return switch (plain) {
            case "", "null", "~" -> NODES.nullNode();
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NUMBER.matcher(plain).matches() ? number(plain) : NODES.textNode(plain);
        };
    }

    private static JsonNode number(String plain) {
        if (plain.indexOf('.') >= 0) {
            return NODES.numberNode(new BigDecimal(plain));
        }
        var whole = Long.parseLong(plain);
        return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
    }

    private JsonNode scalar(ScalarEvent event) {
        if (event.getTag().isPresent()) {
            throw wrong(event, "a tag", "remove " + event.getTag().get());
        }
        return event.isPlain() ? scalarOf(event.getValue()) : NODES.textNode(event.getValue());
    }

    private ScenarioException wrong(Event event, String what, String fix) {
        var mark = event.getStartMark().orElseThrow();
        return wrong(source, mark.getLine() + 1, mark.getColumn() + 1, what, fix);
    }

    private static ScenarioException wrong(ParsedDocument source, int line, int column, String what, String fix) {
        return new ScenarioException(new ScenarioProblem(source.file(), line, column, what, fix));
    }

    private static ScenarioException malformed(ParsedDocument source, Optional<Mark> mark, String problem) {
        return wrong(
                source,
                mark.map(at -> at.getLine() + 1).orElse(1),
                mark.map(at -> at.getColumn() + 1).orElse(1),
                "not YAML: " + problem,
                "check quotes, colons and indentation");
    }
}
