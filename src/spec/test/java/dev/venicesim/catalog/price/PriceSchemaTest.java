package dev.venicesim.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of price files and the reader know the same files. */
class PriceSchemaTest {

    private static final JsonNode TEXT = resource("/dev/venicesim/schemas/prices.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    @ParameterizedTest
    @ValueSource(strings = {"prices.json", "prices-2026-09-28.json", "prices-topaz.json", "prices-later.json"})
    void takesTheFilesThatShip(String name) {
        assertThat(SCHEMA.validate(resource("/dev/venicesim/catalog/price/" + name)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rows':[]}",
                "{'$schema':'x','about':'x','edition':'x','rows':[],'estimates':{}}",
                "{'rows':[{'models':['a'],'usd':0.000001}]}",
                "{'rows':[{'models':['a'],'per':'second','usd':1,'references':'tokens','resolutions':[]}]}",
                "{'rows':[{'models':['a'],'usd':1,'ratios':{'21:9':{'usd':2,'silentUsd':1}},'perClipUsd':1,'perClipTimes':'referenceImages','countsReferenceSeconds':true,'maxBilledSeconds':30,'markup':1.25,'rounding':'binary','note':'x'}]}",
                "{'rows':[{'models':['a'],'usd':1,'countsReferenceSeconds':true,'usdWithVideo':0.6}]}",
                "{'rows':[{'models':['a'],'per':'clip','usd':1,'silentUsd':0}]}",
                "{'rows':[{'models':['a'],'per':'clip','steps':[{'seconds':5,'usd':1},{'seconds':8.5,'usd':2,'silentUsd':1}]}]}",
                "{'rows':[{'models':['a'],'per':'token','usdPerMillionTokens':1,'usdPerMillionTokensWithVideo':0.5,'framesPerSecond':24,'frames':{'1:1':[9,9]},'frameWithoutRatio':'1:1'}]}",
                "{'rows':[{'models':['a'],'per':'upscaled-second','tiers':[{'maxHeight':720,'usd':1},{'usd':2}],'doubleAboveFps':48}]}"
            })
    void takesWhatTheReaderTakes(String file) {
        assertThat(SCHEMA.validate(json(file))).isEmpty();
        assertThat(new PriceFile("2026-08-21").rows(json(file)))
                .hasSize(json(file).path("rows").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'rows':{}}",
                "{'rows':[],'row':[]}",
                "{'rows':[7]}",
                "{'rows':[{'models':[],'usd':1}]}",
                "{'rows':[{'models':['a']}]}",
                "{'rows':[{'models':['a'],'usd':-1}]}",
                "{'rows':[{'models':['a'],'usd':1001}]}",
                "{'rows':[{'models':['a'],'usd':0.0000001}]}",
                "{'rows':[{'models':['a'],'usd':1,'steps':[]}]}",
                "{'rows':[{'models':['a'],'usd':1,'per':'minute'}]}",
                "{'rows':[{'models':['a'],'usd':1,'silentUSD':1}]}",
                "{'rows':[{'models':['a'],'usd':1,'date':'May'}]}",
                "{'rows':[{'models':['a'],'usd':1,'provenance':'rumour'}]}",
                "{'rows':[{'models':['a'],'usd':1,'rounding':'up'}]}",
                "{'rows':[{'models':['a'],'usd':1,'markup':0}]}",
                "{'rows':[{'models':['a'],'usd':1,'references':'frames'}]}",
                "{'rows':[{'models':['a'],'usd':1,'perClipTimes':'clip'}]}",
                "{'rows':[{'models':['a'],'usd':1,'countsReferenceSeconds':'yes'}]}",
                "{'rows':[{'models':['a'],'usd':1,'ratios':{'wide':{'usd':1}}}]}",
                "{'rows':[{'models':['a'],'usd':1,'usdWithVideo':0.6}]}",
                "{'rows':[{'models':['a'],'usd':1,'countsReferenceSeconds':false,'usdWithVideo':0.6}]}",
                "{'rows':[{'models':['a'],'usd':0,'countsReferenceSeconds':true,'usdWithVideo':0.6}]}",
                "{'rows':[{'models':['a'],'per':'clip'}]}",
                "{'rows':[{'models':['a'],'per':'clip','usd':1,'steps':[{'seconds':5,'usd':1}]}]}",
                "{'rows':[{'models':['a'],'per':'clip','steps':[{'seconds':0,'usd':1}]}]}",
                "{'rows':[{'models':['a'],'per':'token','usdPerMillionTokens':1}]}",
                "{'rows':[{'models':['a'],'per':'token','usdPerMillionTokens':1,'framesPerSecond':24,'frames':{'1:1':[9,0]},'frameWithoutRatio':'1:1'}]}",
                "{'rows':[{'models':['a'],'per':'upscaled-second','usd':1}]}",
                "{'rows':[{'models':['a'],'per':'upscaled-second','tiers':[{'usd':1,'height':1}]}]}"
            })
    void refusesWhatTheReaderRefuses(String file) {
        assertThat(SCHEMA.validate(json(file))).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceFile("2026-08-21").rows(json(file)))
                .withMessageStartingWith("/row");
    }

    @Test
    void describesEveryKeyOfARow() {
        var described = new TreeSet<String>();
        for (var part : new String[] {"row", "perSecond", "perClip", "perToken", "perUpscaledSecond"}) {
            TEXT.at("/$defs/" + part + "/properties").properties().forEach(key -> {
                assertThat(key.getValue().path("description").asText())
                        .as(key.getKey())
                        .endsWith(".");
                described.add(key.getKey());
            });
        }
        assertThat(described).isEqualTo(new TreeSet<>(shippedAndOlderKeys()));
    }

    private static Set<String> shippedAndOlderKeys() {
        var keys = new HashSet<>(Set.of("references", "ratios", "usdWithVideo"));
        for (var name :
                new String[] {"prices.json", "prices-2026-09-28.json", "prices-topaz.json", "prices-later.json"}) {
            for (var row : resource("/dev/venicesim/catalog/price/" + name).path("rows")) {
                row.fieldNames().forEachRemaining(keys::add);
            }
        }
        return keys;
    }

    private static JsonNode json(String text) {
        return Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode resource(String name) {
        try (var in = PriceSchemaTest.class.getResourceAsStream(name)) {
            return Json.trusted(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
