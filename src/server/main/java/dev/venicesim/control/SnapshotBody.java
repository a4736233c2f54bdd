package dev.venicesim.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.venicesim.json.Json;
import dev.venicesim.store.SnapshotException;
import dev.venicesim.store.SnapshotForm;
import dev.venicesim.wire.Request;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Declaration that holds a snapshot. It is read as a stream, since a world may have more values than a body of another
 * kind may have.
 *
 * @param snapshot its text, looked through
 * @param rest the other members
 */
record SnapshotBody(SnapshotForm.Text snapshot, ControlBody rest) {

    private static final String SNAPSHOT = "snapshot";

    /** The declaration in a request; empty if that holds no snapshot, whatever else it is. */
    static Optional<SnapshotBody> in(Request request, SnapshotForm form) {
        try {
            return read(request.body(), form);
        } catch (SnapshotException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw ControlBody.noJson(e);
        } catch (IOException e) {
            throw ProblemException.badRequest("the body is not JSON");
        }
    }

    private static Optional<SnapshotBody> read(byte[] body, SnapshotForm form) throws IOException {
        SnapshotForm.@Nullable Text snapshot = null;
        var rest = Json.object();
        try (var in = Json.mapper().getFactory().createParser(body)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var field = in.currentName();
                in.nextToken();
                if (field.equals(SNAPSHOT)) {
                    snapshot = form.scan(body, in);
                    continue;
                }
                rest.set(field, Json.read(Json.slice(body, in)));
            }
            if (snapshot != null && in.nextToken() != null) {
                throw ProblemException.badRequest("the body is not one JSON object");
            }
        }
        return Optional.ofNullable(snapshot).map(text -> new SnapshotBody(text, ControlBody.of(rest)));
    }
}
