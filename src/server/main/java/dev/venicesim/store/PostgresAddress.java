package dev.venicesim.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Address of a database, as {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE} names it. Its text never has the
 * password.
 *
 * @param password empty where the server wants none
 * @param parameters what stands after the question mark, as PostgreSQL's own clients take it
 * @param direct the database itself, as {@code HOST:PORT}, where host and port are a pooler's
 */
record PostgresAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        Map<String, String> parameters,
        Optional<String> direct) {

    static final String SCHEME = "postgresql://";

    private static final int PORT = 5432;

    /** Says where the database itself is; ours, not PostgreSQL's. */
    private static final String DIRECT = "direct";

    /** What a user may say of how to get there; everything else would change what the store relies on. */
    private static final Set<String> KNOWN =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "currentSchema", DIRECT);

    private static final Pattern PLACE = Pattern.compile("(?:[\\w.-]+|\\[[0-9a-fA-F:.]+\\]):\\d{1,5}");

    private static final String FORM =
            "give a database as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with what is special in the password"
                    + " written as in URLs (@ is %40)";

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none; the message never has the password
     */
    static PostgresAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // neither the cause nor the text, both of which have the password
            throw new IllegalArgumentException(FORM);
        }
        var login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        var path = Optional.ofNullable(uri.getPath()).orElse("");
        if (uri.getHost() == null || login[0].isEmpty() || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw new IllegalArgumentException(FORM);
        }
        var parameters = parameters(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        return new PostgresAddress(
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                path.substring(1),
                decoded(login[0]),
                login.length > 1 ? decoded(login[1]) : "",
                parameters,
                Optional.ofNullable(parameters.remove(DIRECT)));
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length < 2 || !KNOWN.contains(parts[0])) {
                throw new IllegalArgumentException("give no other parameters than "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ", so not \"" + parts[0] + "\"");
            }
            var value = decoded(parts[1]);
            if (parts[0].equals(DIRECT) && !PLACE.matcher(value).matches()) {
                throw new IllegalArgumentException("give direct as HOST:PORT, so not \"" + value + "\"");
            }
            parameters.put(parts[0], value);
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address with stars for the password. */
    String masked() {
        return SCHEME + user + (password.isEmpty() ? "" : ":****") + "@" + host + ":" + port + "/" + database;
    }

    String jdbcUrl() {
        return jdbcUrl(host + ":" + port);
    }

    /** Where what has to stay with one session is asked, past any pooler. */
    String directJdbcUrl() {
        return direct.map(PostgresAddress::jdbcUrl).orElseGet(this::jdbcUrl);
    }

    private static String jdbcUrl(String place) {
        return "jdbc:postgresql://" + place + "/";
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(parameters);
        properties.setProperty("PGDBNAME", database);
        properties.setProperty("user", user);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "venice-sim");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        // a pooler may give each transaction another session, which knows no statement of the one before
        properties.setProperty("prepareThreshold", "0");
        // or the driver's messages would have the values of statements, and values have keys in them
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Override
    public String toString() {
        return masked();
    }
}
