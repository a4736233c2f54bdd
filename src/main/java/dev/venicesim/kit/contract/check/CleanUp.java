package dev.venicesim.kit.contract.check;

import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Trouble;
import java.util.Optional;
import java.util.function.Predicate;

/** Deletes what a job has stored, in every way there is: its link, a delivery that deletes, and complete. */
final class CleanUp {

    private final Session session;
    private final Ticket ticket;
    private String hindrance = "it is still running";

    CleanUp(Session session, Ticket ticket) {
        this.session = session;
        this.ticket = ticket;
    }

    /**
     * Waits for the job at most so many polls, then deletes its media.
     *
     * @return what stays, in words; empty if nothing does
     */
    Optional<String> deleted(int polls) throws InterruptedException {
        var gone = ticket.link().isPresent() && sent(Call.delete(ticket.link().get()), CleanUp::isNoLonger);
        for (var poll = 0; poll < polls && !gone; poll++) {
            if (poll > 0) {
                session.target().pause().sleep(Jobs.POLL_EVERY);
            }
            gone = sent(ticket.retrieveAndDelete(), answer -> answer.isVideo() || isNoLonger(answer));
            gone |= sent(
                    ticket.complete(), answer -> answer.json().path("success").asBoolean());
        }
        return gone ? closed() : Optional.of(left());
    }

    /** Whether the answer shows that nothing is stored; trouble is remembered, not thrown, for another way may be open. */
    private boolean sent(Call call, Predicate<Answer> showsNothingLeft) throws InterruptedException {
        try {
            return showsNothingLeft.test(session.ask(call));
        } catch (Trouble trouble) {
            hindrance = String.valueOf(trouble.getMessage());
            return false;
        }
    }

    /** Deleted, revoked, expired, refused or failed: nothing to fetch any more. */
    private static boolean isNoLonger(Answer answer) {
        return switch (answer.status()) {
            case 204, 400, 404, 410, 422 -> true;
            default -> false;
        };
    }

    private Optional<String> closed() {
        try {
            session.jobs().closed(ticket);
            return Optional.empty();
        } catch (WholeFile.CannotWriteException failure) {
            return Optional.of("job " + ticket.queueId() + " is deleted, but " + failure.getMessage());
        }
    }

    private String left() {
        return "job " + ticket.queueId() + " of " + ticket.model()
                + " could not be deleted, its media may stay for a day: " + hindrance;
    }
}
