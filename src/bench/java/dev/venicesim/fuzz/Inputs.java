package dev.venicesim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All inputs of a seed, by number: each is made from the seed and its number alone. */
final class Inputs {

    private final long seed;
    private final List<InputMaker> makers = new ArrayList<>();

    Inputs(long seed, Material material) {
        this.seed = seed;
        var api = new ApiInputs(material.models());
        var worlds = new WorldInputs(material);
        var control = new ControlInputs();
        var wire = new WireInputs();
        often(30, api::post);
        often(10, api::get);
        often(4, api::link);
        often(16, api::medium);
        often(16, control::call);
        often(4, worlds::restored);
        often(2, worlds::listed);
        often(4, worlds::tried);
        often(2, control::scenario);
        often(3, control::wild);
        often(4, control::stubs);
        often(3, control::stubbed);
        often(2, control::noStubs);
        often(5, wire::http1);
        often(5, wire::http2);
    }

    private void often(int times, InputMaker maker) {
        for (var i = 0; i < times; i++) {
            makers.add(maker);
        }
    }

    FuzzInput at(long number) {
        var random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + number);
        return makers.get(random.nextInt(makers.size())).make(random);
    }
}
