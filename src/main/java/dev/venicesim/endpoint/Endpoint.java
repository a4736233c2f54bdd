package dev.venicesim.endpoint;

import dev.venicesim.wire.Reply;

/** One operation of the API, asked once the caller and its world are known. */
@FunctionalInterface
interface Endpoint {

    Reply answer(Call call);
}
