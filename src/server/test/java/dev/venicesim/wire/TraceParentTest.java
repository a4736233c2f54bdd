package dev.venicesim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header {@code traceparent}, by the rules and the examples of W3C's Trace Context. */
class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void namesATraceAndTheCallersSpan() {
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-01")).contains(new TraceParent(TRACE, SPAN, true));
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-00")).contains(new TraceParent(TRACE, SPAN, false));
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-02")).contains(new TraceParent(TRACE, SPAN, false));
    }

    @Test
    void isReadAsFarAsItIsKnownWhereItsVersionIsToCome() {
        assertThat(TraceParent.parse("cc-" + TRACE + "-" + SPAN + "-01-what-the-future-brings"))
                .contains(new TraceParent(TRACE, SPAN, true));
        assertThat(TraceParent.parse("cc-" + TRACE + "-" + SPAN + "-01")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-01-",
                "cc-" + TRACE + "-" + SPAN + "-01.more",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-1",
                "00-" + TRACE + "-" + SPAN + "-zz",
                "0-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "0-" + SPAN + "-01",
            })
    void isNoneInAnyOtherForm(String value) {
        assertThat(TraceParent.parse(value)).isEmpty();
    }

    @Test
    void isAnsweredWithASpanOfTheSameTrace() {
        var parent = new TraceParent(TRACE, SPAN, true);
        var response = parent.response("b7ad6b7169203331");
        assertThat(response).isEqualTo("00-" + TRACE + "-b7ad6b7169203331-01");
        assertThat(parent.spanId(response)).contains("b7ad6b7169203331");
        assertThat(parent.spanId("whatever a fault says instead")).isEmpty();
    }
}
