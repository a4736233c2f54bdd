package dev.venicesim.media.probe.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.fixtures.Out;
import org.junit.jupiter.api.Test;

class BoxTest {

    private static Box of(int bytes) {
        Bytes file = Bytes.of(Out.join(Out.box("sidx", new byte[bytes]), new byte[100]));
        Box box = new Box(file, 0, file.length());
        assertThat(box.next()).isTrue();
        return box;
    }

    @Test
    void hasTheEntriesItClaims() {
        assertThat(of(36).entries(2, 8 + 12, 12)).isEqualTo(2);
    }

    @Test
    void hasNoEntryPastItsEndWhateverItClaims() {
        assertThat(of(36).entries(65_535, 8 + 12, 12)).isEqualTo(2);
        assertThat(of(12).entries(65_535, 8 + 12, 12)).isZero();
    }

    @Test
    void hasNoEntriesWhereTheyWouldBeginPastItsEnd() {
        assertThat(of(0).entries(65_535, 8 + 24, 12)).isZero();
    }
}
