package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;

import dev.venicesim.kit.client.VeniceWorld;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

class FirstClassTest extends ApplicationTest {

    @Test
    void ordersAClip(@Autowired WebTestClient client, VeniceWorld world) {
        client.post().uri("/clips").bodyValue("a gondola").exchange().expectStatus().isOk();
        assertThat(world).wasAsked("/video/queue", 1).hasCharged("0.55");
    }

    @Test
    void runsOnNettyAsWithoutTheSimulator(@Autowired ReactiveWebServerApplicationContext context) {
        assertThat(context.getWebServer().getClass().getSimpleName()).isEqualTo("NettyWebServer");
    }
}
