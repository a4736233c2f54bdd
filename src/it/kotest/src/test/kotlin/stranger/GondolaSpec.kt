package stranger

import dev.venicesim.Simulator
import dev.venicesim.SimulatorConfig
import dev.venicesim.kit.assertj.VeniceAssertions.assertThat
import io.kotest.core.spec.style.StringSpec
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

// docs: Kotest
class GondolaSpec : StringSpec({
    val venice = autoClose(Simulator.start(SimulatorConfig.builder().port(0).jobTime("polls:2").build()))

    "orders a clip" {
        val world = venice.newWorld()
        order(world.baseUrl(), world.apiKey())
        assertThat(world).wasAsked("/video/queue", 1).hasCharged("0.55")
    }

    "sees nothing of other tests" {
        assertThat(venice.newWorld()).wasAsked("/video/queue", 0).hasChargedNothing()
    }
})
// docs: end

private fun order(baseUrl: String, apiKey: String) {
    val body = """{"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}"""
    val request = HttpRequest.newBuilder(URI.create("$baseUrl/video/queue"))
        .header("Authorization", "Bearer $apiKey")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build()
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding())
}
