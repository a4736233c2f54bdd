package dev.venicesim.net;

/** Kind of place where a URL's host lies, told from its spelling alone: nothing is ever looked up. */
public enum HostKind {
    PUBLIC,
    /** {@code localhost} and names under it, 127.0.0.0/8, 0.0.0.0/8, ::1, ::. */
    LOOPBACK,
    /**
     * 10/8, 172.16/12, 192.168/16, 100.64/10, fc00::/7, fec0::/10, and names under {@code local} and {@code internal}.
     */
    PRIVATE,
    /** 169.254/16, where cloud metadata lives, and fe80::/10. */
    LINK_LOCAL,
    /** Multicast, broadcast, documentation, benchmarking and other ranges no server is reached at. */
    RESERVED,
    /** Nothing a host can be. */
    INVALID;
}
