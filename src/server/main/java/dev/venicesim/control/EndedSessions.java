package dev.venicesim.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions whose browsers have signed out: their cookies are good for nothing, also where somebody has a copy. Of this
 * process alone, and of the latest ones; a new token ends all.
 */
public final class EndedSessions {

    private static final int MOST = 10_000;

    private final Map<String, Boolean> names = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Ends the session whose cookie is among these headers. */
    synchronized void end(List<String> cookies) {
        SessionCalls.cookie(cookies).map(AccessTokens::session).ifPresent(name -> names.put(name, true));
    }

    /** Whether a sealed value is of a session that has ended. */
    synchronized boolean has(String seal) {
        return names.containsKey(AccessTokens.session(seal));
    }
}
