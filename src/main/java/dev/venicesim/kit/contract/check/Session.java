package dev.venicesim.kit.contract.check;

import dev.venicesim.kit.contract.target.Answer;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;

/**
 * What checks have at hand.
 *
 * @param target whom they ask
 * @param sample the target's models
 * @param schemas of the edition they compare with
 * @param jobs what paid checks share
 */
public record Session(Target target, Sample sample, ReplySchemas schemas, Jobs jobs) {

    /**
     * Asks the target.
     *
     * @throws Trouble if it gives no usable answer, or refuses the user's key
     */
    Answer ask(Call call) throws InterruptedException {
        var answer = target.ask(call);
        heedKey(call, answer);
        if (answer.status() >= 500) {
            jobs.purse().close("the target answered " + answer.status());
        }
        if (call.mayCost() && answer.ok()) {
            jobs.accident(call, answer);
        }
        return answer;
    }

    void heedKey(Call call, Answer answer) {
        var text = answer.text();
        if (call.auth() == Call.Auth.KEY
                && answer.status() == 401
                && !text.contains("Pro users")
                && !text.contains("Admin")) {
            jobs.purse().close("the key was refused");
            throw new Trouble(Trouble.Kind.KEY_REFUSED, "the target refuses the API key: " + text);
        }
    }
}
