package dev.venicesim.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;

/** What is told of a body that is wrong in one member: that member, whichever form has it. */
class ReplySchemasTest {

    /** An issue of each kind, as it should be. */
    private static final List<String> ISSUES = List.of(
            "{'code':'invalid_type','path':['a'],'message':'m','expected':'string','received':'number'}",
            "{'code':'invalid_enum_value','path':['a'],'message':'m','received':'x','options':['y','z']}",
            "{'code':'too_big','path':['a'],'message':'m','maximum':5,'type':'string','inclusive':true,'exact':false}",
            "{'code':'too_small','path':['a',0],'message':'m','minimum':1,'type':'array','inclusive':true,'exact':false}",
            "{'code':'invalid_string','path':['a'],'message':'m','validation':'url'}",
            "{'code':'unrecognized_keys','path':[],'message':'m','keys':['b']}",
            "{'code':'invalid_literal','path':['a'],'message':'m','expected':true,'received':false}",
            "{'code':'custom','path':['a'],'message':'m'}",
            "{'code':'invalid_union','path':['a'],'message':'m','unionErrors':[{'name':'ZodError','issues':["
                    + "{'code':'custom','path':['a'],'message':'m'}]}]}");

    /** What the schema leaves open where it is not the form's own. */
    private static final Map<String, Set<String>> FREE =
            Map.of("invalid_enum_value", Set.of("received"), "invalid_literal", Set.of("expected", "received"));

    @ParameterizedTest
    @EachEdition
    void anIssueWithOneMemberThatIsWrongIsToldByThatMember(ApiEdition edition) {
        var schemas = new ReplySchemas(edition);
        for (var issue : ISSUES) {
            var good = json(issue);
            assertThat(schemas.problems("error-detailed", body(good))).isEmpty();
            for (var member : good.properties()) {
                if (!FREE.getOrDefault(good.path("code").asText(), Set.of()).contains(member.getKey())) {
                    var other = good.deepCopy().set(member.getKey(), wrong(member.getValue()));
                    assertThat(schemas.problems("error-detailed", body(other)))
                            .as(member.getKey() + " of " + other)
                            .isNotEmpty()
                            .allMatch(problem -> problem.pointer().matches("/issues/1/" + member.getKey() + "(/\\d)?"));
                }
            }
        }
    }

    @ParameterizedTest
    @EachEdition
    void anIssueWithoutOneMemberIsToldByItsName(ApiEdition edition) {
        var schemas = new ReplySchemas(edition);
        for (var issue : ISSUES) {
            for (var member : List.of("path", "message", "options", "maximum", "minimum", "validation", "keys")) {
                var less = json(issue);
                if (less.remove(member) != null) {
                    assertThat(schemas.problems("error-detailed", body(less)))
                            .as("without " + member + ": " + less)
                            .containsExactly(new Difference("/issues/1/" + member, "present", "absent"));
                }
            }
        }
    }

    @ParameterizedTest
    @EachEdition
    void ofAnIssueInsideAUnionTheSameIsTold(ApiEdition edition) {
        var union = json(ISSUES.get(ISSUES.size() - 1));
        ((ObjectNode) union.at("/unionErrors/0/issues/0")).put("message", 7);
        assertThat(new ReplySchemas(edition).problems("error-detailed", body(union)))
                .extracting(Difference::pointer)
                .containsExactly("/issues/1/unionErrors/0/issues/0/message");
    }

    /** Several values at once in a list, so that the number of errors says nothing. */
    private static JsonNode wrong(JsonNode value) {
        return value.isArray() && !value.isEmpty()
                ? Json.mapper().createArrayNode().add(1.5).add(2.5).add(3.5).add(4.5)
                : value.isTextual() && !value.asText().contains("_")
                        ? Json.mapper().getNodeFactory().numberNode(7)
                        : Json.mapper().getNodeFactory().textNode("nothing of the kind");
    }

    private static ObjectNode body(JsonNode issue) {
        var body = Json.object().put("error", "Invalid request parameters");
        body.putArray("issues").add(json(ISSUES.get(7))).add(issue);
        return body;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.trusted(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
