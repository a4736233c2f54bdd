package dev.venicesim.acceptance.money;

/** The store of one process under attack. */
class UnderAttackTest extends AttackContract {

    UnderAttackTest() {
        super(config -> {});
    }
}
