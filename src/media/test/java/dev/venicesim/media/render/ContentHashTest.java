package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void differsWithEveryPartOfTheSpec() {
        Card card = new Card("ab", "c", "d");
        Duration second = Duration.ofSeconds(1);
        List<ClipSpec> specs = List.of(
                new ClipSpec(16, 16, 24, second, true, card, 1),
                new ClipSpec(18, 16, 24, second, true, card, 1),
                new ClipSpec(16, 18, 24, second, true, card, 1),
                new ClipSpec(16, 16, 25, second, true, card, 1),
                new ClipSpec(16, 16, 24, second.plusNanos(1), true, card, 1),
                new ClipSpec(16, 16, 24, second, false, card, 1),
                new ClipSpec(16, 16, 24, second, true, card, 2),
                new ClipSpec(16, 16, 24, second, true, new Card("a", "bc", "d"), 1),
                new ClipSpec(16, 16, 24, second, true, new Card("ab", "", "cd"), 1));

        Stream<ContentHash> hashes = specs.stream().map(ContentHash::of);

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void isAQuotedStrongValidator() {
        ClipSpec spec = Fixtures.spec(16, 16, 24, 1000);

        assertThat(ContentHash.of(spec).etag()).matches("\"[0-9a-f]{32}\"");
        assertThat(Clip.render(spec).hash()).isEqualTo(ContentHash.of(spec));
    }
}
