package dev.venicesim.world;

class MemoryStoreTest extends StoreContract {

    @Override
    protected StateStore store() {
        return new MemoryStore();
    }
}
