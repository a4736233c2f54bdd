package dev.venicesim.control.pact;

import dev.venicesim.catalog.ApiEdition;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every state that can be set up; docs/pact.md shows the same table. */
final class StateRegistry {

    private static final String MODEL = "wan-2.6-text-to-video";
    private static final String LINKED_MODEL = "grok-imagine-text-to-video-private";
    private static final String MEDIA = "https://media.example/portrait-1024x1024.png";

    static final List<KnownState> ALL = Stream.of(money(), wallets(), jobs(), links(), media(), traffic())
            .flatMap(List::stream)
            .toList();

    private StateRegistry() {}

    private static List<KnownState> money() {
        return List.of(
                KnownState.of("the key's account holds this", MoneyStates::balance, "a funded key")
                        .with("usd", "100.00"),
                KnownState.of("the key's account holds nothing: 402", MoneyStates::emptyBalance, "an empty balance"),
                KnownState.of(
                                "the key's account holds this",
                                MoneyStates::balance,
                                "a balance of {usd} USD",
                                "a balance of {usd}")
                        .with("usd", "5.00"),
                KnownState.of(
                        "the key may spend nothing more: 402",
                        MoneyStates::spendLimitUsedUp,
                        "a spend limit that is used up"),
                KnownState.of("the key is not known: 401", MoneyStates::invalidKey, "an invalid key", "an unknown key"),
                KnownState.of(
                        "the key's subscription has lapsed: 401", MoneyStates::inactiveKey, "an inactive subscription"),
                KnownState.of(
                        "the key is not a Pro user's: 401 on queue", MoneyStates::keyWithoutPro, "a key without Pro"));
    }

    private static List<KnownState> wallets() {
        return List.of(
                KnownState.of(
                                "a wallet with this credit, its sign-in and a signed payment of 5 USD",
                                MoneyStates::wallet,
                                "a wallet with {usd} USD",
                                "a funded wallet")
                        .with("usd", "10.00"),
                KnownState.of("the same with no credit: 402", MoneyStates::wallet, "a wallet without credit")
                        .with("usd", "0"));
    }

    private static List<KnownState> jobs() {
        return List.of(
                job("it has been running for 53.2 s", JobStates::processing, "is processing", "is queued"),
                job("its video can be retrieved", JobStates::completed, "is completed"),
                job(
                                "422 on retrieve, the credits are back if refunded",
                                JobStates::refused,
                                "was refused by the provider",
                                "is refused by the provider")
                        .with("refunded", "true")
                        .with("recommendedModel", ""),
                job("500 on retrieve, the credits are back", JobStates::failed, "has failed", "is failed"),
                job(
                                "what its input costs: 400, 422 or 500 on every retrieve, the price is kept",
                                JobStates::failedOverItsInput,
                                "failed over its input")
                        .with("failure", "tiny-picture"),
                job("503 on the next three retrieves, then it goes on", JobStates::atCapacity, "is at capacity"),
                job("its id and media are gone: 404", JobStates::expired, "has expired", "is expired"),
                job("its media are gone: 404", JobStates::deleted, "was deleted", "is deleted"),
                KnownState.of(
                                "nobody queued it: 404",
                                JobStates::unknown,
                                "job {queueId} does not exist",
                                "no such job")
                        .with("queueId", ""));
    }

    private static List<KnownState> links() {
        return List.of(
                link(
                        "the job is completed and its link opens",
                        JobStates::linked,
                        "job {queueId} has a download link",
                        "a download link"),
                link(
                        "the link is a day old: 410",
                        JobStates::linkExpired,
                        "the download link of job {queueId} has expired",
                        "an expired download link"),
                link(
                        "the link was deleted: 410",
                        JobStates::linkRevoked,
                        "the download link of job {queueId} was revoked",
                        "a revoked download link"));
    }

    private static List<KnownState> media() {
        return List.of(
                medium("a face is in it: 409 where consent is asked", MediaStates::face, "media with a face"),
                medium(
                        "a face is in it, and consent was given",
                        MediaStates::attestedFace,
                        "media with an attested face"),
                medium("a child is in it", MediaStates::minor, "media with a minor"),
                medium("a public figure is in it: 422", MediaStates::publicFigure, "media with a public figure"));
    }

    private static List<KnownState> traffic() {
        return List.of(
                KnownState.of(
                                "429 until the minute is over",
                                TrafficStates::windowUsedUp,
                                "the rate limit of {endpoint} is used up",
                                "the rate limit is used up")
                        .with("endpoint", "queue"),
                KnownState.of("429 for 30 s, whatever is asked", TrafficStates::blocked, "too many failed requests"),
                KnownState.of(
                                "503 on queue and retrieve",
                                TrafficStates::modelAtCapacity,
                                "model {model} is at capacity",
                                "the model {model} is at capacity",
                                "the model is at capacity")
                        .with("model", MODEL),
                KnownState.of("what the scenario says", TrafficStates::scenario, "scenario {scenario}")
                        .with("scenario", "happy"),
                KnownState.of("what the quirk says", TrafficStates::quirk, "quirk {quirk} is {value}")
                        .with("quirk", "complete")
                        .with("value", "400"),
                KnownState.of("the API as it stood on that date", TrafficStates::edition, "edition {edition}")
                        .with("edition", ApiEdition.DEFAULT));
    }

    private static KnownState job(String says, Consumer<StateContext> arrangement, String... predicates) {
        var wordings = Stream.of(predicates)
                .flatMap(predicate -> Stream.of("job {queueId} " + predicate, "a job that " + predicate))
                .toArray(String[]::new);
        return KnownState.of(says, arrangement, wordings).with("queueId", "").with("model", MODEL);
    }

    private static KnownState link(String says, Consumer<StateContext> arrangement, String... wordings) {
        return KnownState.of(says, arrangement, wordings).with("queueId", "").with("model", LINKED_MODEL);
    }

    private static KnownState medium(String says, Consumer<StateContext> arrangement, String wording) {
        return KnownState.of(says, arrangement, wording, wording + " at {media}")
                .with("media", MEDIA);
    }
}
