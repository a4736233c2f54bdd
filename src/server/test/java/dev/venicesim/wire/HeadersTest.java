package dev.venicesim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void gathersAsManyAsThereAre() {
        var gathered = new Headers.Builder();
        var wanted = new LinkedHashMap<String, String>();
        for (int i = 0; i < 20; i++) {
            gathered.add("x-" + i, Integer.toString(i));
            wanted.put("x-" + i, Integer.toString(i));
        }

        assertThat(gathered.build()).containsExactlyEntriesOf(wanted);
        assertThat(new Headers.Builder().build()).isEmpty();
    }

    @Test
    void staysAsItIsWhenTheArrayItWasMadeOfChanges() {
        var pairs = new String[] {"a", "1", "b", "2"};
        var headers = Headers.of(pairs);
        pairs[1] = "changed";

        assertThat(headers).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }

    @Test
    void keepsTheOrderAndTheFirstPlaceOfANameThatIsSetAgain() {
        var headers = Headers.NONE.with("a", "1").with("b", "2").with("a", "3");

        assertThat(headers.entrySet()).containsExactly(Map.entry("a", "3"), Map.entry("b", "2"));
        assertThat(headers.get("c")).isNull();
        assertThat(headers.containsKey("b")).isTrue();
    }

    @Property
    void isWhatALinkedMapIs(
            @ForAll @Size(max = 20) Map<@StringLength(max = 2) String, String> some,
            @ForAll @Size(max = 20) Map<@StringLength(max = 2) String, String> others) {
        var wanted = new LinkedHashMap<>(some);
        wanted.putAll(others);

        var headers = Headers.copyOf(some).and(others);

        assertThat(List.copyOf(headers.entrySet())).isEqualTo(List.copyOf(wanted.entrySet()));
        assertThat(headers).isEqualTo(wanted).hasSameHashCodeAs(wanted);
        wanted.keySet().forEach(name -> assertThat(headers.get(name)).isEqualTo(wanted.get(name)));
    }
}
