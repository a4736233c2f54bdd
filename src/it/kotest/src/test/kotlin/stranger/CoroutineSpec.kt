package stranger

import dev.venicesim.Simulator
import dev.venicesim.SimulatorConfig
import dev.venicesim.kit.assertj.VeniceAssertions.assertThat
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.StringSpec
import io.kotest.matchers.shouldBe
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout

/** A client of coroutines, whose delays and timeouts are of the world's time. */
class CoroutineSpec : StringSpec({
    val venice = autoClose(Simulator.start(SimulatorConfig.builder().port(0).build()))

    // docs: Kotlin
    "ten minutes of polling take no time" {
        val world = venice.newWorld()
        world.scenario("jobTime: 10m")
        val worldTime = world.clock().scheduler().asCoroutineDispatcher()
        val began = world.clock().now()
        runTest {
            withContext(worldTime) { generate(world.baseUrl(), world.apiKey()) }
        }
        Duration.between(began, world.clock().now()) shouldBe Duration.ofMinutes(10)
        assertThat(world).hasNoFindings()
    }
    // docs: end

    "a timeout is of the world's time" {
        val world = venice.newWorld()
        world.scenario("jobTime: 10m")
        val worldTime = world.clock().scheduler().asCoroutineDispatcher()
        val began = world.clock().now()
        runTest {
            shouldThrow<TimeoutCancellationException> {
                withContext(worldTime) {
                    withTimeout(5.minutes) { generate(world.baseUrl(), world.apiKey()) }
                }
            }
        }
        Duration.between(began, world.clock().now()) shouldBe Duration.ofMinutes(5)
    }

    "several clients wait for the same time" {
        val world = venice.newWorld()
        world.scenario("jobTime: 10m")
        val worldTime = world.clock().scheduler().asCoroutineDispatcher()
        val began = world.clock().now()
        runTest {
            withContext(worldTime) {
                List(3) { async { generate(world.baseUrl(), world.apiKey()) } }.awaitAll()
            }
        }
        Duration.between(began, world.clock().now()) shouldBe Duration.ofMinutes(10)
        assertThat(world).wasAsked("/video/queue", 3).hasCharged("1.65").hasNoFindings()
    }
})

/** Polls every five seconds; it knows nothing of the test. */
private suspend fun generate(baseUrl: String, apiKey: String): ByteArray {
    val ticket = String(post("$baseUrl/video/queue", apiKey, ORDER).body())
    while (true) {
        val reply = post("$baseUrl/video/retrieve", apiKey, ticket)
        if (reply.headers().firstValue("Content-Type").get() == "video/mp4") return reply.body()
        delay(5.seconds)
    }
}

private const val ORDER =
    """{"model":"wan-2.6-text-to-video","prompt":"a gondola","duration":"5s","aspect_ratio":"16:9","resolution":"720p"}"""

private fun post(url: String, apiKey: String, body: String): HttpResponse<ByteArray> {
    val request = HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", "Bearer $apiKey")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build()
    return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray())
}

private val HTTP = HttpClient.newHttpClient()
