package dev.venicesim.world;

import dev.venicesim.consent.Attestations;
import dev.venicesim.consent.ConsentMedium;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.MediaId;
import dev.venicesim.consent.PolicyVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Consent service of worlds: who is in which media, what each account attested to, and under which policy. */
public final class ConsentService {

    private final WorldRegistry worlds;

    public ConsentService(WorldRegistry worlds) {
        this.worlds = worlds;
    }

    /**
     * The policy a user put in force in a world, or else in all of them; if nobody did, the scenario's or the
     * documented one is.
     */
    public Optional<PolicyVersion> policy(World world) {
        return world.find(StateKinds.POLICY).or(() -> worlds.anonymous().find(StateKinds.POLICY));
    }

    /**
     * Puts a policy in force: what was attested under another version is asked again. The anonymous world's is in force
     * in every world that has none of its own.
     */
    public void enforce(World world, PolicyVersion policy) {
        world.compute(StateKinds.POLICY, before -> Transition.to(policy));
    }

    /** What a user registered about a world's media. */
    public FaceRegister faces(World world) {
        return world.find(StateKinds.FACES).orElse(FaceRegister.EMPTY);
    }

    /** Registers what is in media, over what was registered before. */
    public FaceRegister register(World world, FaceRegister more) {
        return world.compute(
                StateKinds.FACES,
                before -> Transition.to(before.orElse(FaceRegister.EMPTY).with(more)));
    }

    /** What an account has attested to. */
    public Attestations attested(World world, AccountSelector selector) {
        return world.find(StateKinds.CONSENTS, selector.key()).orElse(Attestations.NONE);
    }

    /** What each account of a world has attested to. */
    public List<Attestations> attested(World world) {
        return Arrays.stream(AccountSelector.values())
                .map(selector -> attested(world, selector))
                .toList();
    }

    /** Keeps what a request attested to whose job was accepted, all of it in one step. */
    public void remember(World world, AccountSelector selector, Given given) {
        world.compute(StateKinds.CONSENTS, selector.key(), found -> {
            var before = found.orElse(Attestations.NONE);
            return Transition.to(before.attest(given.faces(), given.version(), given.at(), given.queueId()));
        });
    }

    /**
     * Consent as a request gave it.
     *
     * @param faces all its media with a face
     * @param version the policy's
     * @param at by the world's clock
     * @param queueId the job accepted with it
     */
    public record Given(List<ConsentMedium> faces, String version, Instant at, String queueId) {}

    /** Forgets one medium in every account; whether any knew it. */
    public boolean revoke(World world, MediaId id) {
        var known = false;
        for (var selector : AccountSelector.values()) {
            known |= world.<Attestations, Boolean>compute(StateKinds.CONSENTS, selector.key(), found -> {
                var after = found.map(before -> before.revoke(id));
                return new Transition<>(after, !after.equals(found));
            });
        }
        return known;
    }

    /** Forgets everything every account of a world attested to. */
    public void revokeAll(World world) {
        for (var selector : AccountSelector.values()) {
            world.<Attestations, Boolean>compute(
                    StateKinds.CONSENTS,
                    selector.key(),
                    found -> new Transition<>(Optional.empty(), found.isPresent()));
        }
    }
}
