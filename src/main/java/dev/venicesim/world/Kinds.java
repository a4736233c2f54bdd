package dev.venicesim.world;

import dev.venicesim.jobs.Job;

/** What a world holds. */
public final class Kinds {

    /** How the world is set up; one. */
    public static final Kind<WorldSettings> SETTINGS = new Kind<>("settings", WorldSettings.class);

    /** How it was declared; one. */
    public static final Kind<Declaration> DECLARATION = new Kind<>("declaration", Declaration.class);

    /** Jobs by queue id. */
    public static final Kind<Job> JOB = new Kind<>("job", Job.class);

    private Kinds() {}
}
