package dev.venicesim.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

    @Property(tries = 200)
    void behavesAsATreeMapAndLeavesEarlierCopiesAlone(@ForAll List<@IntRange(min = -60, max = 60) Integer> steps) {
        var map = PersistentMap.<Integer>empty();
        var model = new TreeMap<String, Integer>();
        var copies = new ArrayList<PersistentMap<Integer>>();
        var expected = new ArrayList<TreeMap<String, Integer>>();
        for (var step : steps) {
            var key = "k" + Math.abs(step);
            if (step < 0) {
                map = map.remove(key);
                model.remove(key);
            } else {
                map = map.put(key, copies.size());
                model.put(key, copies.size());
            }
            copies.add(map);
            expected.add(new TreeMap<>(model));
        }
        for (var i = 0; i < copies.size(); i++) {
            assertThat(copies.get(i).asMap()).isEqualTo(expected.get(i));
            assertThat(copies.get(i).size()).isEqualTo(expected.get(i).size());
        }
    }

    @Test
    void staysShallowWhenKeysArriveInOrder() {
        var map = PersistentMap.<Integer>empty();
        for (var i = 0; i < 100_000; i++) {
            map = map.put(String.format(Locale.ROOT, "019f5620-%08d", i), i);
        }
        // recursion as deep as the map is long would have overflown the stack
        assertThat(map.size()).isEqualTo(100_000);
        assertThat(map.get("019f5620-00099999")).contains(99_999);
        assertThat(map.get("019f5620-00100000")).isEmpty();
    }

    @Test
    void isEqualToAMapOfTheSameEntries() {
        var one = PersistentMap.<Integer>empty().put("a", 1).put("b", 2);
        var other = PersistentMap.<Integer>empty()
                .put("b", 2)
                .put("c", 3)
                .put("a", 1)
                .remove("c");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.put("a", 2));
    }
}
