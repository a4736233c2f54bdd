package dev.venicesim.replay;

import dev.venicesim.api.Operation;
import dev.venicesim.run.RunFile;
import dev.venicesim.run.RunRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Casting of a run: which requests can be played, with which keys and at which addresses of downloads. */
final class Casting {

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Set<String> unplayedJobs = new HashSet<>();

    Casting(RunFile file) {
        file.keys().forEach(key -> keys.put(key.name(), key.standIn()));
    }

    /** Takes the key that stands in for one that the run made. */
    void admit(String name, String key) {
        keys.put(name, key);
    }

    /** Takes the address from which a job's video can be downloaded. */
    void link(String job, String address) {
        links.put(job, address);
    }

    Optional<String> key(RunRequest request) {
        return Optional.ofNullable(keys.get(request.sender()));
    }

    /** Path and query at which a request is sent again. */
    String target(RunRequest request) {
        return isDownload(request) ? links.getOrDefault(request.job().orElse(""), "") : request.target();
    }

    /** Why a request cannot be played; empty if it can. */
    Optional<String> obstacle(RunRequest request) {
        var why = found(request);
        if (why.isPresent()) {
            leaveOut(request);
        }
        return why;
    }

    /** Leaves out a request, and with it what is asked about its job later. */
    void leaveOut(RunRequest request) {
        request.job().ifPresent(unplayedJobs::add);
    }

    private Optional<String> found(RunRequest request) {
        if (request.by().equals("stub")) {
            return Optional.of("a stub answered it");
        }
        if (!request.target().matches("/[\\x21-\\x7e&&[^\\\\\"<>^`{|}#]]*")
                || request.target().startsWith("/__sim")) {
            return Optional.of("its path is none of the API");
        }
        if (isDownload(request)) {
            return request.job().map(links::containsKey).orElse(false)
                    ? Optional.empty()
                    : Optional.of("the link that it followed was not issued again");
        }
        if (key(request).isEmpty()) {
            return Optional.of("no API key sent it, and nobody but its wallet can sign it");
        }
        if (!request.isWhole()) {
            return Optional.of("its body is not in the file whole, since it holds media or is long");
        }
        return request.job().filter(unplayedJobs::contains).map(job -> "its job comes of a request that is not played");
    }

    private static boolean isDownload(RunRequest request) {
        return request.target().startsWith(Operation.LINKS);
    }
}
