package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.common.ProhibitedNetworkAddressException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.util.List;

/** HTTP client of stubs that proxy and of webhooks: no mapping may make the simulator call another machine. */
final class NoCalls implements HttpClientFactory {

    @Override
    public HttpClient buildHttpClient(
            Options options, boolean trusting, List<String> trusted, boolean systemProperties) {
        return request -> {
            throw new ProhibitedNetworkAddressException();
        };
    }
}
