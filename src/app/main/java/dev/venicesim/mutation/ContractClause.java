package dev.venicesim.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clause of the contract that can be broken: a row of {@code clauses.json}.
 *
 * @param id operation and name
 * @param says what the broken API does
 * @param on the operation whose replies are changed
 * @param when which of its replies: {@code status}, {@code type}, {@code has}
 * @param change what becomes of them
 * @param times how many of them are changed; the first ones
 * @param scenario a scenario file that shows the same, if there can be one
 */
record ContractClause(
        String id, String says, String on, JsonNode when, JsonNode change, int times, Optional<String> scenario) {

    private static final String FILE = "/dev/venicesim/mutation/clauses.json";

    /** Every clause that can be broken. */
    static List<ContractClause> all() {
        try (var in = ContractClause.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + FILE + " is not on the class path");
            }
            var clauses = new ArrayList<ContractClause>();
            Json.trusted(in.readAllBytes()).forEach(row -> clauses.add(read(row)));
            return List.copyOf(clauses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractClause read(JsonNode row) {
        var id = row.path("id").asText();
        return new ContractClause(
                id,
                row.path("says").asText(),
                id.substring(0, id.indexOf('.')),
                row.path("when"),
                row.path("change"),
                row.path("times").asInt(Integer.MAX_VALUE),
                Optional.ofNullable(row.path("scenario").textValue()));
    }

    /** Whether it is about a reply. */
    boolean isAbout(String operation, PassingReply reply) {
        return on.equals(operation)
                && reply.status() == when.path("status").asInt(reply.status())
                && reply.type().startsWith(when.path("type").asText())
                && (!when.has("has")
                        || !ReplyChange.json(reply)
                                .at(when.path("has").asText())
                                .isMissingNode());
    }

    @Override
    public String toString() {
        return id;
    }
}
