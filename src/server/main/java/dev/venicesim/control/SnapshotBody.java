package dev.venicesim.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.store.SnapshotException;
import dev.venicesim.store.SnapshotForm;
import dev.venicesim.wire.Request;
import java.io.ByteArrayOutputStream;
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
    /** A declaration has far fewer; what has more is read within the bounds of other bodies, and refused. */
    private static final int MOST_MEMBERS = 100;

    private static final byte[] SEPARATOR = {','};
    private static final byte[] NOTHING = {};

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
        try (var in = Json.mapper().getFactory().createParser(body)) {
            // only UTF-8 is read by the byte
            if (in.nextToken() != JsonToken.START_OBJECT || offset(in.currentTokenLocation()) < 0) {
                return Optional.empty();
            }
            var rest = new ByteArrayOutputStream();
            rest.write('{');
            for (var members = 0; in.nextToken() == JsonToken.FIELD_NAME; members++) {
                if (members == MOST_MEMBERS) {
                    return Optional.empty();
                }
                var start = offset(in.currentTokenLocation());
                var field = in.currentName();
                in.nextToken();
                if (field.equals(SNAPSHOT)) {
                    snapshot = form.scan(body, in);
                    continue;
                }
                in.skipChildren();
                in.finishToken();
                rest.writeBytes(rest.size() > 1 ? SEPARATOR : NOTHING);
                rest.write(body, start, offset(in.currentLocation()) - start);
            }
            if (snapshot == null) {
                return Optional.empty();
            }
            if (in.nextToken() != null) {
                throw ProblemException.badRequest("the body is not one JSON object");
            }
            rest.write('}');
            return Optional.of(new SnapshotBody(snapshot, ControlBody.of((ObjectNode) Json.read(rest.toByteArray()))));
        }
    }

    private static int offset(JsonLocation location) {
        return (int) location.getByteOffset();
    }
}
