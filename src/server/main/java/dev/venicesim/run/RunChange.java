package dev.venicesim.run;

import java.time.Instant;

/**
 * Change of the world by a call of the control API.
 *
 * @param method such as {@code PATCH}
 * @param path what follows the world in the call's path, such as {@code /clock}
 * @param type of its body
 * @param body as it was sent
 */
public record RunChange(Instant real, String method, String path, String type, String body) implements RunStep {}
