package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WireMock's notes in our log, where they disturb nobody. */
final class WireMockLog implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger("dev.venicesim.stubs");

    @Override
    public void info(String message) {
        LOG.debug("{}", message);
    }

    @Override
    public void error(String message) {
        LOG.warn("{}", message);
    }

    @Override
    public void error(String message, Throwable t) {
        LOG.warn("{}", message, t);
    }
}
