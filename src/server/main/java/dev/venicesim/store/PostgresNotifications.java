package dev.venicesim.store;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Notifications of PostgreSQL's driver. Its own types are named by texts alone: whoever keeps state elsewhere has no
 * driver, and neither has what reads these sources for their documentation.
 */
final class PostgresNotifications {

    private PostgresNotifications() {}

    /** What notifications say that come within so many milliseconds; at the first it returns. */
    static List<String> await(Connection connection, int millis) throws SQLException {
        try {
            var type = Class.forName("org.postgresql.PGConnection");
            var text = Class.forName("org.postgresql.PGNotification").getMethod("getParameter");
            var found =
                    (Object[]) type.getMethod("getNotifications", int.class).invoke(connection.unwrap(type), millis);
            var texts = new ArrayList<String>();
            for (var notification : found == null ? new Object[0] : found) {
                texts.add(String.valueOf(text.invoke(notification)));
            }
            return texts;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException("the driver's notifications cannot be read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver's notifications cannot be read", e);
        }
    }
}
