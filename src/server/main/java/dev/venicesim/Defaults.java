package dev.venicesim;

import dev.venicesim.catalog.ApiEdition;

/**
 * Settings of a simulator that nobody set, stated here alone: the builder of {@link SimulatorConfig} and the options of
 * {@code serve} take them from here.
 */
public final class Defaults {

    public static final String HOST = "127.0.0.1";
    public static final int PORT = 8080;
    public static final String EDITION = ApiEdition.DEFAULT;
    public static final String JOB_TIME = "5s";
    public static final String BALANCE_USD = "100.00";
    public static final boolean LIMITS = true;
    public static final int MAX_WORLDS = 10_000;
    public static final int JOURNAL = 1000;
    public static final String STORE = "memory";
    public static final String DURABILITY = "process";

    private Defaults() {}
}
