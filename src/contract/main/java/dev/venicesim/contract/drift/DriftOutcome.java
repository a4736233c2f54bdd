package dev.venicesim.contract.drift;

import java.util.List;
import java.util.Map;

/** Result of a comparison, or of several one after the other, in every form in which it is told. */
public interface DriftOutcome {

    /** Whether nothing differs. */
    boolean agrees();

    /** One line for each change, and one that counts them. */
    List<String> lines();

    String json();

    String html();

    String markdown();

    /** Every place in which something differs. */
    List<String> differing();

    /** How many changes there are of each severity. */
    Map<String, Long> counts();
}
