package dev.venicesim;

import dev.venicesim.control.ControlApi;
import dev.venicesim.error.JobErrors;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.journal.Journals;
import dev.venicesim.pipeline.SenderClaims;
import dev.venicesim.service.SettledReplies;
import dev.venicesim.service.StoreMeter;
import dev.venicesim.service.WorkerReplies;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.UnitOfWork;
import dev.venicesim.world.WorldRegistry;
import java.util.Optional;

/**
 * Choice of how replies wait for the store, by the kind of store: not at all, until it has written, or on threads of
 * their own.
 */
record KeptReplies(StateStore store, StoreMeter meter, WorldRegistry worlds, Journals journals) {

    /** The simulated API in front of its store. */
    Handler ofApi(Handler api) {
        return of(api, new Api(worlds));
    }

    /** The control API in front of its store. */
    Handler ofControl(Handler control) {
        return of(store.blocks() ? new UpToDate(control, journals) : control, new Control());
    }

    private Handler of(Handler handler, WorkerReplies.Answers answers) {
        if (store instanceof MemoryStore) {
            return handler;
        }
        return store.blocks()
                ? new WorkerReplies(handler, store, meter, answers)
                : new SettledReplies(handler, store, meter, answers::away);
    }

    /** The control API, which tells of what all servers that share the store have taken down. */
    private record UpToDate(Handler control, Journals journals) implements Handler {

        @Override
        public Reply handle(Request request) {
            if (!ControlApi.isOfProcess(request)) {
                journals.catchUp();
            }
            return control.handle(request);
        }

        @Override
        public Reply.Now tooLarge(Request request) {
            return control.tooLarge(request);
        }
    }

    /** Most requests of the simulated API change the world of the key that they show. */
    private record Api(WorldRegistry worlds) implements WorkerReplies.Answers {

        @Override
        public Optional<UnitOfWork.Purpose> purpose(Request request) {
            return Optional.of(
                    new UnitOfWork.Purpose(true, SenderClaims.key(request).map(worlds::key)));
        }

        @Override
        public Reply.Now away() {
            return Reply.error(JobErrors.atCapacity());
        }

        @Override
        public Reply.Now tooLarge() {
            return Reply.error(RequestErrors.payloadTooLarge());
        }
    }

    /** Most calls of the control API read, some of them a lot. */
    private record Control() implements WorkerReplies.Answers {

        @Override
        public Optional<UnitOfWork.Purpose> purpose(Request request) {
            return ControlApi.isOfProcess(request) ? Optional.empty() : Optional.of(UnitOfWork.Purpose.READING);
        }

        @Override
        public Reply.Now away() {
            return ControlApi.storeAway();
        }

        @Override
        public Reply.Now tooLarge() {
            return ControlApi.bodyTooLarge();
        }
    }
}
