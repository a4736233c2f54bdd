import type { World, WorldSettings } from "./world.js";

export type { Finding, World, WorldSettings } from "./world.js";

/** A handle that is another, fresh world in each test. */
export function useVenice(settings?: WorldSettings): World;
