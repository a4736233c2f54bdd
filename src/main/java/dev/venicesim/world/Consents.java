package dev.venicesim.world;

import dev.venicesim.consent.Attestations;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.MediaId;
import dev.venicesim.consent.Medium;
import dev.venicesim.consent.PolicyVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What worlds know about faces and consent: who is in which media, what each account attested to, and under which policy. */
public final class Consents {

    private final Worlds worlds;

    public Consents(Worlds worlds) {
        this.worlds = worlds;
    }

    /** The policy a user put in force in a world, or else in all of them; if nobody did, the scenario's or the documented one is. */
    public Optional<PolicyVersion> policy(World world) {
        return world.find(Kinds.POLICY).or(() -> worlds.anonymous().find(Kinds.POLICY));
    }

    /**
     * Puts a policy in force: what was attested under another version is asked again. The anonymous world's is in force in every world that has none of its own.
     */
    public void enforce(World world, PolicyVersion policy) {
        world.compute(Kinds.POLICY, before -> Step.to(policy));
    }

    /** What a user registered about a world's media. */
    public FaceRegister faces(World world) {
        return world.find(Kinds.FACES).orElse(FaceRegister.EMPTY);
    }

    /** Registers what is in media, over what was registered before. */
    public FaceRegister register(World world, FaceRegister more) {
        return world.compute(
                Kinds.FACES, before -> Step.to(before.orElse(FaceRegister.EMPTY).with(more)));
    }

    /** What an account has attested to. */
    public Attestations attested(World world, Purse purse) {
        return world.find(Kinds.CONSENTS, purse.key()).orElse(Attestations.NONE);
    }

    /** What each account of a world has attested to. */
    public List<Attestations> attested(World world) {
        return Arrays.stream(Purse.values())
                .map(purse -> attested(world, purse))
                .toList();
    }

    /** Keeps what a request attested to whose job was accepted, all of it in one step. */
    public void remember(World world, Purse purse, Given given) {
        world.compute(Kinds.CONSENTS, purse.key(), found -> {
            var before = found.orElse(Attestations.NONE);
            return Step.to(before.attest(given.faces(), given.version(), given.at(), given.queueId()));
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
    public record Given(List<Medium> faces, String version, Instant at, String queueId) {}

    /** Forgets one medium in every account; whether any knew it. */
    public boolean revoke(World world, MediaId id) {
        var known = false;
        for (var purse : Purse.values()) {
            known |= world.<Attestations, Boolean>compute(Kinds.CONSENTS, purse.key(), found -> {
                var after = found.map(before -> before.revoke(id));
                return new Step<>(after, !after.equals(found));
            });
        }
        return known;
    }

    /** Forgets everything every account of a world attested to. */
    public void revokeAll(World world) {
        for (var purse : Purse.values()) {
            world.<Attestations, Boolean>compute(
                    Kinds.CONSENTS, purse.key(), found -> new Step<>(Optional.empty(), found.isPresent()));
        }
    }
}
