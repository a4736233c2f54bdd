package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of ours as WireMock wants to see it. Absent things are null there. */
final class WireRequest implements com.github.tomakehurst.wiremock.http.Request {

    private final Request request;
    private final String path;
    private final String url;
    private final RequestMethod method;
    private @Nullable HttpHeaders headers;
    private @Nullable String text;

    /**
     * A request under another path than it was sent to.
     *
     * @param path what WireMock sees as its path
     */
    WireRequest(Request request, String path) {
        this.request = request;
        this.path = path;
        this.method = RequestMethod.fromString(request.method());
        this.url = request.query().isEmpty() ? path : path + "?" + request.query();
    }

    String path() {
        return path;
    }

    @Override
    public String getUrl() {
        return url;
    }

    @Override
    public String getAbsoluteUrl() {
        return request.origin() + url;
    }

    @Override
    public RequestMethod getMethod() {
        return method;
    }

    @Override
    public String getScheme() {
        return String.valueOf(origin().getScheme());
    }

    @Override
    public String getHost() {
        return String.valueOf(origin().getHost());
    }

    @Override
    public int getPort() {
        var port = origin().getPort();
        return port > 0 ? port : getScheme().equals("https") ? 443 : 80;
    }

    private URI origin() {
        return URI.create(request.origin());
    }

    @Override
    public String getClientIp() {
        return request.remoteAddress();
    }

    @Override
    @SuppressWarnings("NullAway") // null is how WireMock says absent
    public String getHeader(String key) {
        return request.header(key).orElse(null);
    }

    @Override
    public HttpHeader header(String key) {
        var values = request.headerValues(key);
        return values.isEmpty() ? HttpHeader.absent(key) : new HttpHeader(key, values);
    }

    @Override
    public ContentTypeHeader contentTypeHeader() {
        return request.header("Content-Type").map(ContentTypeHeader::new).orElseGet(ContentTypeHeader::absent);
    }

    @Override
    public HttpHeaders getHeaders() {
        var known = headers;
        if (known == null) {
            var all = new ArrayList<HttpHeader>();
            request.headers().keySet().forEach(name -> all.add(header(name)));
            known = new HttpHeaders(all);
            headers = known;
        }
        return known;
    }

    @Override
    public boolean containsHeader(String key) {
        return request.header(key).isPresent();
    }

    @Override
    public Set<String> getAllHeaderKeys() {
        return request.headers().keySet();
    }

    @Override
    public QueryParameter queryParameter(String key) {
        var values = new ArrayList<String>();
        for (var pair : request.query().split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = Paths.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            if (name.equals(key)) {
                values.add(equals < 0 ? "" : Paths.decode(pair.substring(equals + 1), true));
            }
        }
        return values.isEmpty() ? QueryParameter.absent(key) : new QueryParameter(key, values);
    }

    @Override
    public FormParameter formParameter(String key) {
        return formParameters().getOrDefault(key, FormParameter.absent(key));
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return FormFields.fields(request);
    }

    @Override
    public Map<String, Cookie> getCookies() {
        var cookies = new LinkedHashMap<String, Cookie>();
        for (var header : request.headerValues("Cookie")) {
            for (var pair : header.split(";", -1)) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    var name = pair.substring(0, equals).strip();
                    cookies.put(
                            name, new Cookie(name, pair.substring(equals + 1).strip()));
                }
            }
        }
        return cookies;
    }

    @Override
    public byte[] getBody() {
        return request.body();
    }

    @Override
    public String getBodyAsString() {
        var known = text;
        if (known == null) {
            known = new String(request.body(), StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    @Override
    public String getBodyAsBase64() {
        return Base64.getEncoder().encodeToString(request.body());
    }

    @Override
    public boolean isMultipart() {
        return FormFields.isMultipart(request);
    }

    @Override
    public Collection<Part> getParts() {
        // the parser prints the stack trace of what it cannot read
        var hasBoundary = request.header("Content-Type").orElse("").contains("boundary=");
        return hasBoundary && isMultipart() ? PartParser.parseFrom(this) : List.of();
    }

    @Override
    @SuppressWarnings("NullAway") // null is how WireMock says absent
    public Part getPart(String name) {
        return getParts().stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isBrowserProxyRequest() {
        return false;
    }

    @Override
    public Optional<com.github.tomakehurst.wiremock.http.Request> getOriginalRequest() {
        return Optional.empty();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }
}
