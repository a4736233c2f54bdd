import type { TestAPI } from "vitest";
import type { World, WorldSettings } from "./world.js";

export type { Finding, World, WorldSettings } from "./world.js";

/** A test with a fixture `venice`: a fresh world. */
export const test: TestAPI<{ venice: World }>;

/** The same with settings of its own. */
export function veniceTest(settings?: WorldSettings): TestAPI<{ venice: World }>;
