package dev.venicesim.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The forgotten case, which Java 17's compiler does not report: a method that tells the variants of a sealed type apart
 * by {@code instanceof} names all of them, or leaves those to its {@code else} that {@link #TABLE} says it may. A new
 * variant is in no row, so that this test names every method that has not thought of it.
 */
class SealedTypesTest {

    /**
     * A line per sealed type; under it, for each way its variants are told apart, those asked for and, after the bar,
     * those left to the {@code else}. A method that asks for all needs no line, and neither does one that asks for a
     * single variant.
     */
    private static final String TABLE = """
        KeptBody
        ByteRange
          Part Unsatisfiable | Whole
        Caller
          ApiKey Wallet | Anonymous
          Anonymous Wallet | ApiKey
        Change
          Done Impossible | Repeated Shortfall Unknown
        MediaComplaint
        ConsentOutcome
        Content
          Bytes Spoiled Stream | Live None
          Bytes Stream | Live None Spoiled
          Live None Stream | Bytes Spoiled
          Spoiled Stream | Bytes Live None
        ReplyDamage
          CloseAfter ResetAfter Trickle | Instead Reset
          Instead Reset | CloseAfter ResetAfter Trickle
        Effect
          Completed Delivered Polled Queued | None NotReached Quoted Refused
          Delivered Polled Queued | Completed None NotReached Quoted Refused
          Quoted Refused | Completed Delivered None NotReached Polled Queued
        Fault
          ContentType Garbage ResetInside Throttle Truncate | Delay Hang Reset Respond
          ContentType Garbage Respond | Delay Hang Reset ResetInside Throttle Truncate
          Delay Hang | ContentType Garbage Reset ResetInside Respond Throttle Truncate
          Delay Throttle | ContentType Garbage Hang Reset ResetInside Respond Truncate
          Hang Reset | ContentType Delay Garbage ResetInside Respond Throttle Truncate
          Reset ResetInside Throttle Truncate | ContentType Delay Garbage Hang Respond
        Grant
          AddUsd SetDiem SetUsd | SpendLimit
        Identity
        JournalNote
        JobState
          Completed Failed Faltering Processing | Gone
          Completed Failed Gone | Faltering Processing
          Completed Gone | Failed Faltering Processing
          Completed Processing | Failed Faltering Gone
          Failed Faltering Gone | Completed Processing
          Failed Gone | Completed Faltering Processing
        PaidJobs.Order
        Latency
        LinkDecision
        MediaReference
          DataUrl MediaUrl | NotMedia
        MediaRule
        MatchOrdinal
        Outcome
          AtCapacity Fails Refused Rejected Unfetchable | Completes Placeholder Purged Stuck
          AtCapacity Fails Rejected Unfetchable | Completes Placeholder Purged Refused Stuck
          AtCapacity Unfetchable | Completes Fails Placeholder Purged Refused Rejected Stuck
          Fails Refused Rejected | AtCapacity Completes Placeholder Purged Stuck Unfetchable
        Pace
          Polls Timed | Realistic
        Paint
        ParsedQuery
        Piece
        Price
        Progress
          Exchange Over | Later
        QuoteRounding
        Reply
          Later Now | Silent
          Later Silent | Now
          Now Silent | Later
        CheckResult
          Agrees Differs | Inconclusive Skipped
          Agrees Differs Inconclusive | Skipped
          Differs Inconclusive Skipped | Agrees
          Inconclusive Skipped | Agrees Differs
        RouteTable.Match
          Found WrongMethod | Unknown
        RequestRule
        RunStep
        Shape
          Address Amount Fields Flag OneOf OneOfNumbers Only Rows Text | AnyWord Anything Patterned Refused Seconds
          Amount Fields Flag Rows | Address AnyWord Anything OneOf OneOfNumbers Only Patterned Refused Seconds Text
          Fields Rows | Address Amount AnyWord Anything Flag OneOf OneOfNumbers Only Patterned Refused Seconds Text
          AnyWord Anything Patterned Refused Seconds | Address Amount Fields Flag OneOf OneOfNumbers Only Rows Text
        SigningWallet
        StoreLocation
        Tariff
        Tiles
        Verdict
        Violation
          InvalidEnumValue InvalidLiteral InvalidType InvalidUnion TooBig TooSmall UnrecognizedKeys | Custom
        """;

    private static final Map<String, List<Split>> ROWS = read();

    /** A way to tell variants apart. */
    private record Split(Set<String> asked, Set<String> left) {

        Set<String> both() {
            var all = new TreeSet<>(asked);
            all.addAll(left);
            return all;
        }
    }

    private static Map<String, List<Split>> read() {
        Map<String, List<Split>> rows = new LinkedHashMap<>();
        var type = "";
        for (var line : TABLE.lines().toList()) {
            if (line.startsWith(" ")) {
                var sides = line.split("\\|", -1);
                rows.get(type).add(new Split(names(sides[0]), names(sides[1])));
            } else {
                type = line.strip();
                rows.put(type, new ArrayList<>());
            }
        }
        return rows;
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.strip().split(" ", -1)).collect(toCollection(TreeSet::new));
    }

    @Test
    void everySealedTypeStandsInTheTable() {
        assertThat(ROWS.keySet())
                .as("rows of SealedTypesTest.TABLE, against the sealed types there are")
                .containsExactlyInAnyOrderElementsOf(SealedTypes.all().keySet());
    }

    @TestFactory
    List<DynamicTest> noMethodForgetsAVariant() {
        return SealedTypes.all().entrySet().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getKey(),
                        () -> assertThat(forgotten(type.getValue(), ROWS.getOrDefault(type.getKey(), List.of())))
                                .as("methods that forget a variant of " + type.getKey()
                                        + "; handle it there, or say in SealedTypesTest.TABLE that it is left"
                                        + " to the else")
                                .isEmpty()))
                .toList();
    }

    private static List<String> forgotten(Class<?> type, List<Split> splits) {
        var variants = SealedTypes.variants(type);
        return SealedTypes.ladders(type).entrySet().stream()
                .filter(ladder -> !ladder.getKey().equals(variants))
                .filter(ladder -> splits.stream()
                        .noneMatch(split -> split.asked().equals(ladder.getKey())
                                && split.both().equals(variants)))
                .map(ladder -> complaint(variants, ladder.getKey(), ladder.getValue()))
                .sorted()
                .toList();
    }

    private static String complaint(Set<String> variants, Set<String> asked, Set<String> places) {
        var left = new TreeSet<>(variants);
        left.removeAll(asked);
        return "\n" + String.join(", ", places) + "\n    " + String.join(" ", asked) + " | " + String.join(" ", left);
    }

    @TestFactory
    List<DynamicTest> noLineOfTheTableIsStale() {
        return ROWS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    var ladders = SealedTypes.ladders(SealedTypes.all().get(row.getKey()))
                            .keySet();
                    assertThat(row.getValue())
                            .as("ways to tell variants apart that no method goes any more")
                            .allMatch(split -> ladders.contains(split.asked()));
                }))
                .toList();
    }

    @Test
    void aNewVariantIsReportedWhereverVariantsAreToldApart() {
        var fault = SealedTypes.all().get("Fault");
        assertThat(forgotten(fault, List.of()).stream().collect(joining())).contains("damage", "Throttle");
    }
}
