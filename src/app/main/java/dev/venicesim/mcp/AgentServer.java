package dev.venicesim.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Server of the Model Context Protocol over two streams: a tool for each row of {@code tools.json}. */
public final class AgentServer implements AutoCloseable {

    private static final String INSTRUCTIONS =
            "A simulator of Venice.ai's asynchronous video API. Each API key is a world of its own, with its clock,"
                    + " money, jobs and limits; a world is named by its key or its id. Time need not pass: advance the"
                    + " world's clock.";

    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(Json.mapper());
    private final McpSyncServer server;

    private AgentServer(ControlConnection api, String version, InputStream in, OutputStream out) {
        this.server = McpServer.sync(new StdioServerTransportProvider(mapper, in, out))
                .serverInfo("venice-sim", version)
                .instructions(INSTRUCTIONS)
                .jsonMapper(mapper)
                // no tool declares what it puts out, so that there is nothing to validate
                .jsonSchemaValidator(
                        (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(String.valueOf(content)))
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(tools().stream().map(tool -> specification(tool, api)).toList())
                .build();
    }

    /**
     * Serves until it is closed.
     *
     * @param in what the agent says, a JSON message in each line
     */
    public static AgentServer start(ControlConnection api, String version, InputStream in, OutputStream out) {
        return new AgentServer(api, version, in, out);
    }

    static List<AgentTool> tools() {
        try (var in = AgentServer.class.getResourceAsStream("tools.json")) {
            var tools = new ArrayList<AgentTool>();
            for (JsonNode row : Json.read(in.readAllBytes()).path("tools")) {
                tools.add(new AgentTool(row));
            }
            return tools;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SyncToolSpecification specification(AgentTool tool, ControlConnection api) {
        var described = McpSchema.Tool.builder()
                .name(tool.name())
                .description(tool.description())
                .inputSchema(mapper, tool.input().toString())
                .annotations(new McpSchema.ToolAnnotations(null, tool.onlyReads(), null, null, null, null))
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((exchange, request) -> answer(tool, request.arguments(), api))
                .build();
    }

    private static CallToolResult answer(AgentTool tool, Object arguments, ControlConnection api) {
        try {
            var reply = tool.call(AgentTool.arguments(arguments), api);
            return result(reply.text().isEmpty() ? "done" : reply.text(), reply.isError());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result("interrupted", true);
        } catch (RuntimeException e) {
            return result(String.valueOf(e.getMessage()), true);
        }
    }

    private static CallToolResult result(String text, boolean error) {
        return CallToolResult.builder().addTextContent(text).isError(error).build();
    }

    @Override
    public void close() {
        server.closeGracefully();
    }
}
