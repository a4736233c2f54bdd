package dev.venicesim.kit.contract.run;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Jobs;
import dev.venicesim.kit.contract.check.Purse;
import dev.venicesim.kit.contract.check.ReplySchemas;
import dev.venicesim.kit.contract.check.Result;
import dev.venicesim.kit.contract.check.Sample;
import dev.venicesim.kit.contract.check.Session;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries the contract against a target, check by check. The first sign of trouble ends it; what was paid for is cleaned up in any case. */
public final class ContractRun {

    private final Target target;
    private final Plan plan;
    private final Progress progress;
    private final Optional<Stop> stop;
    private final Instant startedAt;
    private final List<Report.Row> rows = new ArrayList<>();

    private ContractRun(Target target, Plan plan, Progress progress) {
        this.target = target;
        this.plan = plan;
        this.progress = progress;
        this.stop = target.pause() instanceof Stop wish ? Optional.of(wish) : Optional.empty();
        this.startedAt = target.time().now();
    }

    /**
     * Tries what the plan wants. A target whose pause is a {@link Stop} can be told to end.
     *
     * @throws IllegalArgumentException if the state to resume is of another run
     * @throws WholeFile.CannotWriteException if the state cannot be saved; nothing is paid without it
     */
    public static Report of(Target target, Plan plan, Progress progress) throws InterruptedException {
        return new ContractRun(target, plan, progress).run();
    }

    private Report run() throws InterruptedException {
        var state = SavedState.open(plan, target.baseUrl());
        var purse = new Purse(plan.maxUsd().orElse(Usd.ZERO), state.spent());
        var jobs = new Jobs[1];
        jobs[0] = new Jobs(purse, () -> state.spent(purse.spent(), jobs[0].json()));
        jobs[0].restore(state.jobs());
        var trouble = Optional.<Trouble>empty();
        List<String> left = List.of();
        try {
            trouble = tried(state, jobs[0]);
        } finally {
            left = cleanedUp(jobs[0], trouble);
        }
        trouble.ifPresent(this::skipRest);
        return new Report(target.baseUrl(), plan.edition(), startedAt, List.copyOf(rows), purse.spent(), trouble, left);
    }

    private Optional<Trouble> tried(SavedState state, Jobs jobs) throws InterruptedException {
        try {
            var session = new Session(target, sample(), new ReplySchemas(plan.edition()), jobs);
            tryAll(session, state);
            return Optional.empty();
        } catch (Trouble met) {
            jobs.purse().close(met.getMessage());
            return Optional.of(met);
        } catch (InterruptedException wish) {
            jobs.purse().close("the run was interrupted");
            if (stop.isEmpty() || !stop.get().isAsked()) {
                throw wish;
            }
            return Optional.of(new Trouble(Trouble.Kind.STOPPED, "interrupted"));
        }
    }

    private List<String> cleanedUp(Jobs jobs, Optional<Trouble> trouble) throws InterruptedException {
        stop.ifPresent(Stop::heed);
        if (trouble.isPresent() && jobs.open() > 0) {
            progress.cleaning(jobs.open());
        }
        var nothing = new Sample(MissingNode.getInstance());
        var session = new Session(target, nothing, new ReplySchemas(plan.edition()), jobs);
        return jobs.cleanUp(session, trouble.map(Trouble::kind));
    }

    private Sample sample() throws InterruptedException {
        var answer = target.ask(Call.get("/models?type=video"));
        if (answer.json().isMissingNode()) {
            var what = answer.body().length == 0 ? "with nothing" : "with what is no JSON";
            throw new Trouble(
                    Trouble.Kind.UNREACHABLE,
                    target.baseUrl() + "/models answered " + answer.status() + " " + what
                            + "; give the base URL of the API, ending in /api/v1");
        }
        return new Sample(answer.json());
    }

    private void tryAll(Session session, SavedState state) throws InterruptedException {
        for (var check : plan.checks()) {
            if (stop.isPresent() && stop.get().isAsked()) {
                throw new InterruptedException("asked to stop");
            }
            var known = state.result(check.id());
            var began = target.time().nanos();
            var result = known.isPresent() ? known.get() : check.script().run(session);
            state.add(check.id(), result);
            var took = Duration.ofNanos(target.time().nanos() - began);
            add(new Report.Row(check, result, took), session.jobs().purse().spent());
        }
    }

    private void skipRest(Trouble trouble) {
        for (Check check : plan.checks().subList(rows.size(), plan.checks().size())) {
            rows.add(new Report.Row(check, new Result.Skipped("not tried: " + trouble.getMessage()), Duration.ZERO));
        }
    }

    private void add(Report.Row row, Usd spent) {
        rows.add(row);
        progress.ended(row, rows.size(), plan.checks().size(), spent);
    }
}
