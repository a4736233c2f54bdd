package dev.venicesim.world;

class MemoryStoreTest extends StoreContract {

    @Override
    Store store() {
        return new MemoryStore();
    }
}
