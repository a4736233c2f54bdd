package dev.venicesim.wire;

import dev.venicesim.json.SlicedJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request that is another one in all that it does not say itself. */
public interface ForwardingRequest extends Request {

    /** The request as it was sent. */
    Request sent();

    @Override
    default String method() {
        return sent().method();
    }

    @Override
    default String path() {
        return sent().path();
    }

    @Override
    default String query() {
        return sent().query();
    }

    @Override
    default Optional<String> parameter(String name) {
        return sent().parameter(name);
    }

    @Override
    default Optional<String> header(String name) {
        return sent().header(name);
    }

    @Override
    default List<String> headerValues(String name) {
        return sent().headerValues(name);
    }

    @Override
    default Map<String, String> headers() {
        return sent().headers();
    }

    @Override
    default byte[] body() {
        return sent().body();
    }

    @Override
    default SlicedJson json() throws IOException {
        return sent().json();
    }

    @Override
    default RequestSpan span() {
        return sent().span();
    }

    @Override
    default String remoteAddress() {
        return sent().remoteAddress();
    }

    @Override
    default void whenAnswered(Runnable done) {
        sent().whenAnswered(done);
    }

    @Override
    default void whenGone(Runnable gone) {
        sent().whenGone(gone);
    }

    @Override
    default String origin() {
        return sent().origin();
    }
}
