package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.NamedFile;
import dev.venicesim.scenario.YamlDocument;
import dev.venicesim.world.Credential;
import dev.venicesim.world.CredentialTakenException;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * List of worlds that are to be there, as a file or a call gives it: all of them are declared or none. A world that was
 * declared so before is left as it is, so that a staging may be told its list as often as it likes.
 */
public final class DeclaredWorlds {

    private static final String WORLDS = "worlds";

    private final WorldRegistry worlds;
    private final DeclarationReader declarations;

    public DeclaredWorlds(ControlContext context) {
        this.worlds = context.services().worlds();
        this.declarations = new DeclarationReader(context);
    }

    /** What is wrong with one of them. */
    private static final class BadDeclaration extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int index;

        BadDeclaration(int index, String why) {
            super(why, null, false, false);
            this.index = index;
        }
    }

    /**
     * Declares the worlds of a file.
     *
     * @return how many it lists
     * @throws IllegalArgumentException in one line that names setting, file, line and fix; nothing has changed then
     */
    public int declare(Path path) {
        var file = new NamedFile(WORLDS, path, "a YAML or JSON file with a list of declarations under worlds");
        var text = file.text();
        return file.used(() -> declare(YamlDocument.read(String.valueOf(path.getFileName()), text)));
    }

    private int declare(YamlDocument document) {
        try {
            return declare(document.root()).size();
        } catch (BadDeclaration e) {
            throw new IllegalArgumentException(
                    document.complaint(
                            "/" + WORLDS + "/" + e.index,
                            String.valueOf(e.getMessage()),
                            "mend this world, or leave it out"),
                    e);
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The worlds of a list that was sent, in its order. */
    List<World> declare(ControlBody body) {
        try {
            return declare(body.node());
        } catch (BadDeclaration e) {
            throw ProblemException.badRequest(WORLDS + "[" + e.index + "]: " + e.getMessage());
        }
    }

    private List<World> declare(JsonNode list) {
        if (!list.isObject() || list.size() != 1 || !list.path(WORLDS).isArray()) {
            throw ProblemException.badRequest("there is to be one member, worlds, with a list of declarations, such as"
                    + " {\"worlds\":[{\"apiKey\":\"staging-1\",\"balanceUsd\":5}]}");
        }
        var read = read(list.path(WORLDS));
        try {
            return worlds.declareAll(read);
        } catch (CredentialTakenException e) {
            throw ProblemException.conflict("two of these credentials belong to one world, or those of one declaration"
                    + " to two; delete that world first, or declare other credentials");
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private List<WorldDeclaration> read(JsonNode list) {
        var read = new ArrayList<WorldDeclaration>();
        var seen = new HashSet<Credential>();
        for (var i = 0; i < list.size(); i++) {
            var declaration = read(i, list.get(i));
            for (var credential : declaration.credentials()) {
                if (!seen.add(credential)) {
                    throw new BadDeclaration(i, "an earlier world of the list has its credential already");
                }
            }
            read.add(declaration);
        }
        return read;
    }

    private WorldDeclaration read(int index, JsonNode declaration) {
        if (!(declaration instanceof ObjectNode object)) {
            throw new BadDeclaration(index, "a declaration is an object");
        }
        if (Set.of("apiKey", "walletAddress").stream().noneMatch(object::hasNonNull)) {
            throw new BadDeclaration(index, "it names neither apiKey nor walletAddress, by which it is found again");
        }
        try {
            return declarations.again(ControlBody.of(object));
        } catch (ProblemException e) {
            throw new BadDeclaration(index, String.valueOf(e.getMessage()));
        }
    }
}
