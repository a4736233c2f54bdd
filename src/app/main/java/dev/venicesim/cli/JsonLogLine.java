package dev.venicesim.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.venicesim.journal.LoggedRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A log event as one JSON object in one line: time with zone, level, logger, message, then what is known of the request,
 * and the whole exception if there is one. Whatever is no ASCII is escaped, so that no line steers a terminal or breaks.
 */
final class JsonLogLine extends LayoutBase<ILoggingEvent> {

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private final ZoneId zone;

    JsonLogLine() {
        this(ZoneId.systemDefault());
    }

    JsonLogLine(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringWriter();
        try (var object = json.createGenerator(line)) {
            object.writeStartObject();
            object.writeStringField(
                    "time",
                    time.format(Instant.ofEpochMilli(event.getTimeStamp()).atZone(zone)));
            object.writeStringField("level", event.getLevel().toString());
            object.writeStringField("logger", event.getLoggerName());
            object.writeStringField("message", event.getFormattedMessage());
            members(event, object);
            if (event.getThrowableProxy() != null) {
                object.writeStringField("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            object.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void members(ILoggingEvent event, JsonGenerator object) throws IOException {
        var arguments = event.getArgumentArray();
        if (arguments == null) {
            return;
        }
        for (var argument : arguments) {
            if (argument instanceof LoggedRequest request) {
                for (var member : request.members().entrySet()) {
                    object.writeObjectField(member.getKey(), member.getValue());
                }
            }
        }
    }
}
