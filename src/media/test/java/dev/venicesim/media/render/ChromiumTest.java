package dev.venicesim.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser makes of the clips; skipped where Chromium is not installed. */
class ChromiumTest {

    private static final String PAGE = """
            <!doctype html><video id=v muted src=/clip.mp4></video><script>
            const v = document.getElementById('v');
            const tell = text => fetch('/report', {method: 'POST', body: text});
            const once = name => new Promise(done => v.addEventListener(name, done, {once: true}));
            v.addEventListener('error', () => tell('error ' + v.error.message));
            (async () => {
              await once('loadeddata');
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 1;
              const shape = [v.duration, v.videoWidth, v.videoHeight].join(' ');
              const playing = once('timeupdate');
              await v.play();
              await playing;
              v.pause();
              const seeked = once('seeked');
              v.currentTime = v.duration / 2;
              await seeked;
              const context = canvas.getContext('2d');
              context.drawImage(v, v.videoWidth * 0.2, v.videoHeight * 0.2, 1, 1, 0, 0, 1, 1);
              const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
              tell(shape + ' at ' + v.currentTime + (r > 150 && g > 150 && b < 60 ? ' yellow' : ' rgb ' + [r, g, b]));
            })().catch(e => tell('failed ' + e));
            </script>
            """;

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 24, 5000, true, '5 1280 720 at 2.5 yellow'",
        "720, 1280, 30, 8000, false, '8 720 1280 at 4 yellow'",
        "3840, 2160, 24, 3000, true, '3 3840 2160 at 1.5 yellow'"
    })
    void playsReportsItsSizeAndSeeks(
            int width, int height, int fps, long millis, boolean audio, String expected, @TempDir Path profile)
            throws Exception {
        Tool chromium = Tool.installed("chromium");
        Clip clip = Clip.render(new ClipSpec(width, height, fps, Duration.ofMillis(millis), audio, Fixtures.CARD, 7));
        try (ClipServer server = new ClipServer(PAGE, clip)) {
            Process browser = start(chromium, profile, server.address());
            try {
                assertThat(server.report().get(150, TimeUnit.SECONDS)).isEqualTo(expected);
            } finally {
                end(browser);
            }
        }
    }

    // helpers write to the profile until they have ended, and it is deleted next
    private static void end(Process browser) throws Exception {
        List<ProcessHandle> all = new ArrayList<>(browser.descendants().toList());
        all.add(browser.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(150, TimeUnit.SECONDS);
        }
    }

    private Process start(Tool chromium, Path profile, String address) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                chromium.name(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--autoplay-policy=no-user-gesture-required",
                "--user-data-dir=" + profile,
                address));
        ProcessBuilder browser = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile());
        // what a killed browser leaves behind then goes with the profile
        browser.environment().put("TMPDIR", profile.toString());
        return browser.start();
    }
}
