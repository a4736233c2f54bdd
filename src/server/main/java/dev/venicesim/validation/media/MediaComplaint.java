package dev.venicesim.validation.media;

import dev.venicesim.error.ApiError;

/** Complaint about a medium: what the client is told. */
sealed interface MediaComplaint {

    String text();

    /** A sentence of the API's error table, which is a body of its own. */
    record OfTable(ApiError error) implements MediaComplaint {
        @Override
        public String text() {
            return error.body().path("error").asText();
        }
    }

    /** A problem for which no document shows a body: a custom issue at the field's path. */
    record OfField(String text) implements MediaComplaint {}
}
