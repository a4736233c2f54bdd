package dev.venicesim.contract.check;

import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import java.util.Optional;
import java.util.function.Predicate;

/** Deletion of what a job has stored, in every way there is: its link, a delivery that deletes, and complete. */
final class CleanUp {

    /** Calls in a row without a usable answer, each of which may have taken half a minute. */
    private static final int ENOUGH_IN_VAIN = 6;

    /** Polls of a job that has ended, after which waiting brings no other way to delete it. */
    private static final int ENOUGH_AT_THE_END = 2;

    private final CheckContext session;
    private final PaidJob paidJob;
    private String hindrance = "it is still running";
    private int polled;
    private int inVain;
    private int atTheEnd;

    CleanUp(CheckContext session, PaidJob paidJob) {
        this.session = session;
        this.paidJob = paidJob;
    }

    /**
     * Waits for the job at most so many polls, then deletes its media.
     *
     * @return what stays, in words; empty if nothing does
     */
    Optional<String> deleted(int polls) throws InterruptedException {
        var gone = paidJob.link().isPresent()
                && sent(TargetRequest.delete(paidJob.link().get()), CleanUp::isNoLonger);
        for (var poll = 0; poll < polls && !gone && mayStillGo(); poll++) {
            if (poll > 0) {
                session.target().pause().sleep(PaidJobs.POLL_EVERY);
            }
            polled++;
            gone = sent(paidJob.retrieveAndDelete(), this::isDelivered);
            gone |= sent(
                    paidJob.complete(), answer -> answer.json().path("success").asBoolean());
        }
        return gone ? closed() : Optional.of(left());
    }

    private boolean mayStillGo() {
        return inVain < ENOUGH_IN_VAIN && atTheEnd < ENOUGH_AT_THE_END;
    }

    private boolean isDelivered(TargetReply answer) {
        if (answer.ok() && answer.json().path("status").asText().equals("COMPLETED")) {
            atTheEnd++;
            hindrance = "it is done, and its link is of no use";
        }
        return answer.isVideo() || isNoLonger(answer);
    }

    /** How often the job was asked for. */
    int polls() {
        return polled;
    }

    /**
     * Whether the answer shows that nothing is stored; trouble is remembered, not thrown, for another way may be open.
     */
    private boolean sent(TargetRequest call, Predicate<TargetReply> showsNothingLeft) throws InterruptedException {
        try {
            var answer = session.ask(call);
            inVain = 0;
            return showsNothingLeft.test(answer);
        } catch (TargetFailure targetFailure) {
            hindrance = String.valueOf(targetFailure.getMessage());
            inVain++;
            return false;
        }
    }

    /** Deleted, revoked, expired, refused or failed: nothing to fetch any more. */
    private static boolean isNoLonger(TargetReply answer) {
        return switch (answer.status()) {
            case 204, 400, 404, 410, 422 -> true;
            default -> false;
        };
    }

    private Optional<String> closed() {
        try {
            session.jobs().closed(paidJob);
            return Optional.empty();
        } catch (WholeFile.CannotWriteException failure) {
            return Optional.of("job " + paidJob.queueId() + " is deleted, but " + failure.getMessage());
        }
    }

    private String left() {
        return "job " + paidJob.queueId() + " of " + paidJob.model()
                + " could not be deleted, its media may stay for a day: " + hindrance;
    }
}
