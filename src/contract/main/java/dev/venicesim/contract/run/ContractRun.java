package dev.venicesim.contract.run;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckContext;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Counterpart;
import dev.venicesim.contract.check.ModelSample;
import dev.venicesim.contract.check.PaidJobs;
import dev.venicesim.contract.check.ReplySchemas;
import dev.venicesim.contract.check.RunBudget;
import dev.venicesim.contract.diff.SimulatedAnswers;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetFailure;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.Conversation;
import dev.venicesim.contract.spending.SpendingCap;
import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Run of the contract against a target, check by check, or the independent ones side by side. The first sign of trouble
 * ends it; what was paid for is cleaned up in any case.
 */
public final class ContractRun {

    private static final int MOST_UNANSWERED = 8;

    /** Besides the user's own key, so that two bursts of wanted failures are enough for all checks. */
    private static final int FURTHER_CALLERS = 200;

    private final Target target;
    private final RunPlan plan;
    private final RunListener progress;
    private final Optional<AdviceTrial> advice;
    private final Optional<Cancellation> stop;
    private final Instant startedAt;
    private final Conversation conversation = new Conversation();
    private final Optional<SimulatedAnswers> answers;
    private final Counterpart counterpart;
    private final Map<String, RunReport.Row> rows = new HashMap<>();
    private Optional<CheckContext> session = Optional.empty();
    private int unanswered;
    private int judged;

    private ContractRun(Target target, RunPlan plan, RunListener progress, Optional<AdviceTrial> advice) {
        this.target = target;
        this.plan = plan;
        this.progress = progress;
        this.advice = advice;
        this.answers = advice.map(trial -> trial.answers(plan));
        this.counterpart = new Counterpart(answers);
        this.stop = target.pause() instanceof Cancellation wish ? Optional.of(wish) : Optional.empty();
        this.startedAt = target.time().now();
    }

    /**
     * Tries what the plan wants. A target whose pause is a {@link Cancellation} can be told to end.
     *
     * @throws IllegalArgumentException if the state to resume is of another run, or the ledger cannot be written
     * @throws WholeFile.CannotWriteException if the state cannot be saved; nothing is paid without it
     */
    public static RunReport of(Target target, RunPlan plan, RunListener progress) throws InterruptedException {
        return new ContractRun(target, plan, progress, Optional.empty()).run();
    }

    /**
     * The same, the settings that it advises tried before they are told.
     *
     * @throws IllegalArgumentException if the state to resume is of another run
     * @throws WholeFile.CannotWriteException if the state cannot be saved; nothing is paid without it
     */
    public static RunReport of(Target target, RunPlan plan, RunListener progress, AdviceTrial advice)
            throws InterruptedException {
        return new ContractRun(target, plan, progress, Optional.of(advice)).run();
    }

    private RunReport run() throws InterruptedException {
        var state = SavedState.open(plan, target.baseUrl());
        var budget = new RunBudget(new SpendingCap(
                plan.maxUsd().orElse(Usd.ZERO),
                state.spent(),
                plan.options().ledger().map(file -> file.open(target))));
        var jobs = new PaidJobs[1];
        jobs[0] = new PaidJobs(budget, () -> state.spent(budget.spent(), jobs[0].json()));
        jobs[0].restore(state.jobs());
        var targetFailure = Optional.<TargetFailure>empty();
        List<String> left = List.of();
        try {
            targetFailure = tried(state, jobs[0]);
        } finally {
            answers.ifPresent(SimulatedAnswers::close);
            left = cleanedUp(jobs[0], targetFailure);
        }
        if (targetFailure.isEmpty()) {
            judgeAgain(state, budget);
        }
        targetFailure.ifPresent(this::skipRest);
        return new RunReport(
                target.baseUrl(),
                plan.edition(),
                startedAt,
                rows(),
                budget.spent(),
                budget.observed(),
                targetFailure,
                left);
    }

    private Optional<TargetFailure> tried(SavedState state, PaidJobs jobs) throws InterruptedException {
        try {
            var all = new CheckContext(
                    target,
                    sample(),
                    new ReplySchemas(plan.edition()),
                    plan.options().quirks(),
                    jobs,
                    conversation,
                    counterpart);
            session = Optional.of(all);
            tryAll(all, state);
            judged = conversation.exchanges().size();
            return Optional.empty();
        } catch (TargetFailure met) {
            jobs.budget().close(met.getMessage());
            return Optional.of(met);
        } catch (InterruptedException wish) {
            jobs.budget().close("the run was interrupted");
            if (stop.isEmpty() || !stop.get().isAsked()) {
                throw wish;
            }
            return Optional.of(new TargetFailure(TargetFailure.Kind.STOPPED, "interrupted"));
        }
    }

    /** What the clean-up was answered came after every check, and is held to what holds of every reply. */
    private void judgeAgain(SavedState state, RunBudget budget) throws InterruptedException {
        if (session.isEmpty() || conversation.exchanges().size() == judged) {
            return;
        }
        for (var row : rows()) {
            if (row.check().looksAtEveryReply() && row.result() instanceof CheckResult.Agrees) {
                var again = row.check().run(session.get());
                if (again instanceof CheckResult.Differs) {
                    ended(new RunReport.Row(row.check(), again, row.took()), state, budget);
                }
            }
        }
    }

    private List<String> cleanedUp(PaidJobs jobs, Optional<TargetFailure> targetFailure) throws InterruptedException {
        stop.ifPresent(Cancellation::heed);
        if (targetFailure.isPresent() && jobs.open() > 0) {
            progress.cleaning(jobs.open());
        }
        var nothing = new ModelSample(MissingNode.getInstance());
        var last = new CheckContext(
                target,
                nothing,
                new ReplySchemas(plan.edition()),
                plan.options().quirks(),
                jobs,
                conversation,
                counterpart);
        return jobs.cleanUp(last, targetFailure.map(TargetFailure::kind));
    }

    private ModelSample sample() throws InterruptedException {
        var call = TargetRequest.get("/models?type=video");
        var answer = target.askUntilAnswered(call);
        conversation.heard(target.caller(), call, answer, target.time().now(), Usd.ZERO);
        if (answer.json().isMissingNode()) {
            var what = answer.body().length == 0 ? "with nothing" : "with what is no JSON";
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    target.baseUrl() + "/models answered " + answer.status() + " " + what
                            + "; give the base URL of the API, ending in /api/v1");
        }
        return new ModelSample(answer.json());
    }

    private void tryAll(CheckContext own, SavedState state) throws InterruptedException {
        var left = plan.checks();
        var callers = callers(own);
        progress.begins(callers.size());
        if (target.isSideBySide()) {
            var independent = left.stream().filter(Check::isIndependent).toList();
            CheckLanes.run(independent, callers, (check, caller) -> tried(check, caller, state));
            left = left.stream().filter(check -> !check.isIndependent()).toList();
        }
        for (var check : left) {
            tried(check, own, state);
        }
    }

    private List<CheckContext> callers(CheckContext own) throws InterruptedException {
        var further = target.isSideBySide() ? target.besides(FURTHER_CALLERS) : List.<Target>of();
        counterpart.ask(Stream.concat(Stream.of(target), further.stream()).toList());
        return Stream.concat(Stream.of(own), further.stream().map(own::by)).toList();
    }

    private void tried(Check check, CheckContext own, SavedState state) throws InterruptedException {
        if (stop.isPresent() && stop.get().isAsked()) {
            throw new InterruptedException("asked to stop");
        }
        var known = state.result(check.id());
        known.ifPresent(result -> conversation.resumes());
        var began = target.time().nanos();
        var result = known.isPresent() ? known.get() : found(check, own);
        var took = Duration.ofNanos(target.time().nanos() - began);
        ended(new RunReport.Row(check, result, took), state, own.jobs().budget());
    }

    private CheckResult found(Check check, CheckContext own) throws InterruptedException {
        var result = CheckAttempts.of(check, own);
        return advice.isPresent() ? advice.get().of(check, result, plan) : result;
    }

    private synchronized void ended(RunReport.Row row, SavedState state, RunBudget budget) {
        heed(row.result());
        state.add(row.check().id(), row.result());
        rows.put(row.check().id(), row);
        progress.ended(row, rows.size(), plan.checks().size(), budget.spent());
    }

    /** A target that has been silent for so many checks is gone. */
    private void heed(CheckResult result) {
        if (!(result instanceof CheckResult.Inconclusive inconclusive) || !inconclusive.isUnanswered()) {
            unanswered = 0;
            return;
        }
        unanswered++;
        if (unanswered == MOST_UNANSWERED) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    inconclusive.why() + "; so it was for " + unanswered + " checks in a row");
        }
    }

    private void skipRest(TargetFailure targetFailure) {
        var why = new CheckResult.Skipped("not tried: " + targetFailure.getMessage());
        plan.checks().forEach(check -> rows.putIfAbsent(check.id(), new RunReport.Row(check, why, Duration.ZERO)));
    }

    /** In the order of the plan, whatever the order in which they ended. */
    private List<RunReport.Row> rows() {
        return plan.checks().stream()
                .flatMap(check -> Optional.ofNullable(rows.get(check.id())).stream())
                .toList();
    }
}
