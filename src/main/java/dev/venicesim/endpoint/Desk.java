package dev.venicesim.endpoint;

import dev.venicesim.journal.Journals;
import dev.venicesim.time.TimeSource;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Worlds;

/** What every endpoint has at hand. */
public record Desk(Worlds worlds, Accounts accounts, Editions editions, Ids ids, TimeSource time, Journals journals) {}
