package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.ObservedExchange;
import dev.venicesim.crypto.MissingLibraryException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Checks of sign-ins: the rows of {@link RefusedSignIns} and {@link TakenSignIns}, and those that take more than one request. */
final class SignInChecks {

    static final String HEADER = "SIGN-IN-WITH-X";
    static final String INVALID = "Invalid Sign-in-with-x signature";
    private static final String CODE = "X402_SIGN_IN_";
    private static final String PAGE = "docs/api/wallets.md, ";

    /** What a clock that keeps time may be off by, with the fraction that a date leaves out. */
    private static final Duration CLOCK_SLACK = Duration.ofMillis(1500);

    /** A clock that nothing is told of is not further off, or nobody could sign in by it for long. */
    private static final Duration DOUBT = Duration.ofSeconds(25);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private SignInChecks() {}

    static List<Check> all() {
        return Stream.of(
                        RefusedSignIns.rows().stream().map(SignInChecks::check),
                        TakenSignIns.rows().stream().map(SignInChecks::check),
                        others())
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<Check> others() {
        return Stream.of(
                Check.free(
                        "sign-in.older-header",
                        documented("The older header is taken too", PAGE + "\"Sign in with a wallet\""),
                        session -> withWallet(() -> taken(session, draft(session, false), "X-Sign-In-With-X"))),
                Check.free(
                        "sign-in.everywhere",
                        documented("A forged sign-in is refused on every route", PAGE + "\"Signatures\""),
                        session -> withWallet(() -> SignInRoutes.forged(session))),
                Check.free(
                        "sign-in.once",
                        observed("A sign-in is good once", PAGE + "\"Nonces\""),
                        session -> withWallet(() -> SignInRoutes.twice(session, "/x402/balance/"))),
                Check.free(
                        "sign-in.once-anywhere",
                        observed("A sign-in is good once, on whatever route", PAGE + "\"Nonces\""),
                        session -> withWallet(() -> SignInRoutes.twice(session, "/x402/transactions/"))),
                Check.free(
                        "sign-in.once-on-video-routes",
                        observed("A sign-in that read a balance makes no video", PAGE + "\"Nonces\""),
                        session -> withWallet(() -> SignInRoutes.onVideoRoutes(session))),
                Check.free(
                        "sign-in.once-if-it-failed",
                        observed("A sign-in is good once, also where its request failed", PAGE + "\"Nonces\""),
                        session -> withWallet(() -> SignInRoutes.afterFailure(session))));
    }

    private static Check check(RefusedSignIns.Refused row) {
        return Check.free(
                "sign-in." + row.id(),
                documented("A sign-in " + row.says() + " is refused", PAGE + row.section()),
                session -> withWallet(() -> refused(session, row)));
    }

    private static Check check(TakenSignIns.Taken row) {
        return Check.free(
                "sign-in." + row.id(),
                documented("A sign-in " + row.says() + " is taken", PAGE + row.section()),
                session ->
                        withWallet(() -> taken(session, row.change().apply(draft(session, row.isSolana())), HEADER)));
    }

    /** What a wallet reads about itself is refused without a code; where something is made, a code may name the cause. */
    private static CheckResult refused(CheckContext session, RefusedSignIns.Refused row) throws InterruptedException {
        var draft = row.change().apply(draft(session, row.isSolana()));
        var read = call(session, TargetRequest.get("/x402/balance/" + draft.address()), draft.header());
        var found = Expectation.error(401, INVALID).compare(session.ask(read), session.schemas());
        if (!found.isEmpty() || !namesCause(session)) {
            return JobScript.judged(session, read, found);
        }
        var made = call(
                session,
                SignInRoutes.VIDEO.get(row.id().length() % SignInRoutes.VIDEO.size()),
                row.change().apply(draft(session, row.isSolana())).header());
        return JobScript.judged(session, made, coded(row.codes()).compare(session.ask(made), session.schemas()));
    }

    static boolean namesCause(CheckContext session) {
        return "on".equals(session.quirks().get(ApiQuirk.SIGN_IN_CODES.label()));
    }

    /** The refusal with one of these codes. */
    static Expectation coded(String codes) {
        var known = List.of(codes.split(" ", -1));
        return Expectation.status(401)
                .schema("error-standard")
                .where(
                        "/code",
                        CODE + String.join(" or ", known),
                        code -> known.contains(code.asText().replaceFirst(CODE, ""))
                                && code.asText().startsWith(CODE));
    }

    private static CheckResult taken(CheckContext session, SignInDraft draft, String header)
            throws InterruptedException {
        var call = TargetRequest.get("/x402/balance/" + draft.address()).with(header, draft.header());
        var signed = session.besideKey(call);
        var found =
                Expectation.status(200).schema("x402-balance-reply").compare(session.ask(signed), session.schemas());
        return JobScript.judged(session, signed, found);
    }

    static TargetRequest call(CheckContext session, TargetRequest call, String signIn) {
        return session.besideKey(call.with(HEADER, signIn));
    }

    /** A draft that is good in every point, by the target's clock if that differs from this machine's. */
    static SignInDraft draft(CheckContext session, boolean isSolana) throws InterruptedException {
        session.target().ready(session.besideKey(TargetRequest.get("/x402/balance/")));
        var baseUrl = session.target().baseUrl();
        var clock = clock(session);
        return isSolana ? SignInDraft.solana(baseUrl, clock) : SignInDraft.base(baseUrl, clock);
    }

    /** The target's clock by its last reply: this machine's if they agree, and where nothing is told. */
    private static SignInDraft.Clock clock(CheckContext session) {
        var now = session.target().time().now();
        var exchanges = session.conversation().exchanges();
        var last = exchanges.isEmpty()
                ? Optional.<ObservedExchange>empty()
                : Optional.of(exchanges.get(exchanges.size() - 1));
        return last.flatMap(exchange -> exchange.reply()
                        .header("date")
                        .flatMap(SignInChecks::instant)
                        .map(told -> Duration.between(exchange.at(), told.plusMillis(500))))
                .filter(ahead -> ahead.abs().compareTo(CLOCKS_DIFFER) < 0)
                .map(ahead -> new SignInDraft.Clock(
                        ahead.abs().compareTo(CLOCK_SLACK) > 0 ? now.plus(ahead) : now, Duration.ZERO))
                .orElse(new SignInDraft.Clock(now, DOUBT));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same draft with its first digit of the signature changed. */
    static UnaryOperator<SignInDraft> forged() {
        return draft -> draft.fields(fields ->
                fields.put("signature", flipped(fields.path("signature").asText())));
    }

    /** Its first digit is another one. */
    static String flipped(String signature) {
        return signature.substring(0, 2) + (signature.charAt(2) == 'a' ? 'b' : 'a') + signature.substring(3);
    }

    /** What is tried with a wallet. */
    @FunctionalInterface
    private interface Trial {
        CheckResult run() throws InterruptedException;
    }

    private static CheckResult withWallet(Trial trial) throws InterruptedException {
        try {
            return trial.run();
        } catch (MissingLibraryException missing) {
            return new CheckResult.Skipped(String.valueOf(missing.getMessage()));
        }
    }
}
