package dev.venicesim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts each subject as a process, drives the same bounded load at all of them in interleaved rounds, and prints CPU microseconds per request with all rounds and
 * their medians. Arguments: {@code rounds=5 requests=20000 connections=16 only=status,quote subjects=FILE}.
 */
public final class Bench {

    private static final String KEY = "bench";
    private static final String CLIP =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private final Map<String, String> options;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private Bench(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        var options = new LinkedHashMap<String, String>();
        for (var arg : args) {
            var parts = arg.split("=", 2);
            options.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        new Bench(options).run();
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }

    private void run() throws Exception {
        var rounds = number("rounds", 5);
        var subjects = new ArrayList<Subject>();
        try {
            for (var line : Files.readAllLines(Path.of(options.getOrDefault("subjects", "src/bench/subjects.txt")))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    subjects.add(Subject.start(line));
                }
            }
            var table = new LinkedHashMap<String, List<Double>>();
            var tails = new LinkedHashMap<String, List<Long>>();
            for (int round = 0; round <= rounds; round++) {
                for (var subject : subjects) {
                    for (var workload : workloads(subject)) {
                        measure(subject, workload, round, table, tails);
                    }
                }
            }
            report(subjects, table, tails);
        } finally {
            for (var subject : subjects) {
                subject.close();
            }
        }
    }

    private List<Workload> workloads(Subject subject) throws Exception {
        var only = options.containsKey("only") ? List.of(options.get("only").split(",")) : List.<String>of();
        var all = new ArrayList<Workload>();
        all.add(Workload.post("status", "/api/v1/video/retrieve", KEY, ticket(subject), 200, 1));
        if (subject.name().equals("simulator")) {
            all.add(Workload.post("quote", "/api/v1/video/quote", "", CLIP, 200, 1));
            all.add(Workload.post("queue", "/api/v1/video/queue", KEY, CLIP, 200, 1));
            all.add(Workload.post("refused-400", "/api/v1/video/queue", KEY, CLIP.replace("5s", "7s"), 400, 0.5));
            all.add(Workload.post("broke-402", "/api/v1/video/queue", "sk-broke-bench", CLIP, 402, 0.5));
            all.add(Workload.post("consent-409", "/api/v1/video/queue", KEY, face(), 409, 0.5));
            all.add(Workload.post("queue-1MB", "/api/v1/video/queue", KEY, picture(1 << 20), 200, 0.02));
            all.add(Workload.post("queue-30MB", "/api/v1/video/queue", KEY, picture(30 << 20), 200, 0.001));
            for (var file : files(subject)) {
                all.add(file);
            }
        }
        return all.stream().filter(each -> only.isEmpty() || only.contains(each.name())).toList();
    }

    private String ticket(Subject subject) throws Exception {
        if (!subject.name().equals("simulator")) {
            return "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"01a20a65-6723-76ac-96ca-0047bac3e9e5\"}";
        }
        return "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"" + queue(subject, CLIP).path("queue_id").asText() + "\"}";
    }

    private static String face() {
        return "{\"model\":\"seedance-2-0-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\"https://media.example.com/face-1280x720.png\"}";
    }

    private static String picture(int bytes) {
        var bmp = new byte[bytes];
        var header = java.nio.ByteBuffer.wrap(bmp).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'B').put((byte) 'M').putInt(bytes).putInt(0).putInt(54).putInt(40).putInt(1280).putInt(720)
                .putShort((short) 1).putShort((short) 24);
        return "{\"model\":\"wan-2.6-image-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"resolution\":\"720p\",\"image_url\":\"data:image/bmp;base64,"
                + java.util.Base64.getEncoder().encodeToString(bmp).substring(0, Math.min(bytes, bytes / 3 * 4)) + "\"}";
    }

    private List<Workload> files(Subject subject) throws Exception {
        var files = new ArrayList<Workload>();
        for (var size : List.of("720p", "1080p")) {
            var ticket = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\""
                    + queue(subject, CLIP.replace("720p", size).replace("a gondola", "[sim:time=0s]")).path("queue_id").asText() + "\"}";
            files.add(Workload.post("mp4-" + size, "/api/v1/video/retrieve", KEY, ticket, 200, 0.01));
            var part = Workload.post("mp4-" + size + "-range", "/api/v1/video/retrieve", KEY, ticket, 206, 0.2);
            var headers = new ArrayList<>(part.headers());
            headers.add("Range: bytes=100000-165535");
            files.add(new Workload(part.name(), "POST", part.path(), headers, part.body(), 206, 0.2));
        }
        return files;
    }

    private JsonNode queue(Subject subject, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + subject.port() + "/api/v1/video/queue"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** Round 0 warms up and is not counted. */
    private void measure(
            Subject subject,
            Workload workload,
            int round,
            Map<String, List<Double>> table,
            Map<String, List<Long>> tails)
            throws Exception {
        var requests = (int) Math.max(4, number("requests", 20_000) * workload.share() * (round == 0 ? 2 : 1));
        var load = new Load(subject.port(), Math.min(number("connections", 16), requests));
        var before = subject.cpuMicros();
        var result = load.run(workload, requests);
        var perRequest = (subject.cpuMicros() - before) / (double) result.nanos().length;
        if (round > 0) {
            var row = workload.name() + " | " + subject.name();
            table.computeIfAbsent(row, name -> new ArrayList<>()).add(perRequest);
            tails.computeIfAbsent(row, name -> new ArrayList<>(List.of(0L, 0L)));
            tails.get(row).set(0, result.percentileMicros(0.5));
            tails.get(row).set(1, result.percentileMicros(0.99));
        }
    }

    private static void report(
            List<Subject> subjects, Map<String, List<Double>> table, Map<String, List<Long>> tails) throws Exception {
        System.out.println("| subject | start to first 200, ms | CPU until then, ms | resident after load, MB |\n|---|---|---|---|");
        for (var subject : subjects) {
            System.out.printf(
                    Locale.ROOT, "| %s | %d | %d | %d |%n",
                    subject.name(), subject.startMillis(), subject.startCpuMillis(), subject.residentMegabytes());
        }
        System.out.println("\n| workload | subject | CPU us/request, median | rounds | p50 us | p99 us |\n|---|---|---|---|---|---|");
        table.forEach((row, values) -> {
            var sorted = values.stream().sorted().toList();
            var rounds = values.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).toList();
            System.out.printf(
                    Locale.ROOT, "| %s | %.1f | %s | %d | %d |%n",
                    row, sorted.get(sorted.size() / 2), String.join(" ", rounds), tails.get(row).get(0), tails.get(row).get(1));
        });
    }
}
