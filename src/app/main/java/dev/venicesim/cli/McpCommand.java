package dev.venicesim.cli;

import dev.venicesim.Version;
import dev.venicesim.mcp.AgentServer;
import dev.venicesim.mcp.AnsweredStreams;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Command that lets agents use a running simulator, by the Model Context Protocol over standard input and output. */
@Command(
        name = "mcp",
        description = {
            "Lets agents use a running simulator: a server of the Model Context Protocol over standard input and output,"
                    + " with tools to declare worlds, move their clocks, set scenarios, and ask why, what it costs and"
                    + " what the client did wrong.",
            "Ends when its input does."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class McpCommand implements Callable<Integer> {

    @Mixin
    private ControlOptions simulator = new ControlOptions();

    @Override
    public Integer call() throws InterruptedException {
        var streams = new AnsweredStreams(System.in, System.out);
        var server = AgentServer.start(simulator::call, Version.current(), streams.in(), streams.out());
        try {
            streams.awaitEnd();
        } finally {
            server.close();
        }
        return 0;
    }
}
