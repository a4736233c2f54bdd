package dev.venicesim.torture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises of one API key's server: what it acknowledged before it was killed. */
final class Promises {

    /** USD that each key opens with. */
    static final String OPENING = "1000000";

    private final String apiKey;
    private final Map<String, String> jobs = new ConcurrentHashMap<>();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Set<String> consents = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();

    Promises(String apiKey) {
        this.apiKey = apiKey;
    }

    String apiKey() {
        return apiKey;
    }

    void job(String queueId, String model) {
        jobs.put(queueId, model);
    }

    void completed(String queueId) {
        completed.add(queueId);
    }

    void consent(String media) {
        consents.add(media);
    }

    void request() {
        requests.incrementAndGet();
    }

    /** Models by queue id. */
    Map<String, String> jobs() {
        return jobs;
    }

    Set<String> completed() {
        return completed;
    }

    Set<String> consents() {
        return consents;
    }

    int requests() {
        return requests.get();
    }
}
