package dev.venicesim.control;

import dev.venicesim.wire.Reply;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Worlds;

/** What everything so far would have cost in production, worlds that are gone included. */
final class CostCalls {

    private final Worlds worlds;
    private final Accounts accounts;

    CostCalls(Worlds worlds, Accounts accounts) {
        this.worlds = worlds;
        this.accounts = accounts;
    }

    Reply show() {
        return Reply.json(200, accounts.costs(worlds.all()).toJson());
    }
}
