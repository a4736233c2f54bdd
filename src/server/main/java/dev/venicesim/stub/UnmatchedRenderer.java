package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;

/**
 * Renderer that renders nothing for a request that no mapping matches: the simulator answers it, and near misses are
 * worked out when somebody looks.
 */
final class UnmatchedRenderer extends NotMatchedRenderer {

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent serveEvent) {
        return ResponseDefinition.notConfigured();
    }
}
