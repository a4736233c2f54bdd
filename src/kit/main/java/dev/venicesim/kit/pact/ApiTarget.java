package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kotlin.Pair;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Address that an interaction's request goes to: the pact's path under the base URL, or under its host if the path says
 * {@code /api/v1} itself or is a link's; with the state's key.
 */
final class ApiTarget extends HttpTestTarget {

    private static final String API = "/api/v1";
    private static final String LINKS = "/v1/share/read/";

    /** What a pact says is one request: no retry of a 429 or 503, no redirect. */
    private static final CloseableHttpClient ONE_REQUEST = HttpClients.custom()
            .useSystemProperties()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .build();

    private final URI baseUrl;
    private final Optional<String> apiKey;

    ApiTarget(String baseUrl, Optional<String> apiKey) {
        this(URI.create(baseUrl), apiKey);
    }

    private ApiTarget(URI baseUrl, Optional<String> apiKey) {
        super(baseUrl.getHost(), port(baseUrl), "/", () -> provider -> ONE_REQUEST);
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return url.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public IProviderInfo getProviderInfo(String serviceName, @Nullable PactSource source) {
        var provider = super.getProviderInfo(serviceName, source);
        provider.setProtocol(baseUrl.getScheme());
        return provider;
    }

    @Override
    public @Nullable Pair<Object, Object> prepareRequest(
            Pact pact, Interaction interaction, Map<String, Object> context) {
        var prepared = super.prepareRequest(pact, interaction, context);
        if (prepared != null && prepared.getFirst() instanceof HttpRequest request) {
            address(request);
            if (request.containsHeader("Authorization")) {
                apiKey.ifPresent(key -> request.setHeader("Authorization", "Bearer " + key));
            }
        }
        return prepared;
    }

    private static void address(HttpRequest request) {
        try {
            var uri = request.getUri();
            var path = Objects.toString(uri.getRawPath(), "");
            if (!path.startsWith(API + "/") && !path.startsWith(LINKS)) {
                var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                request.setUri(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + API + path + query));
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the path of the interaction is no path: " + e.getMessage(), e);
        }
    }
}
