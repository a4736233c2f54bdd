// The package's types, as a project in TypeScript uses them.
import { expect } from "vitest";
import { veniceTest } from "vitest-venice-sim";
import { useVenice } from "vitest-venice-sim/jest";

veniceTest({ balanceUsd: 5, failOnFindings: true })("typed", async ({ venice }) => {
  const now: string = await venice.clock.advance("40s");
  expect(now).toContain("T");
  const rules: string[] = (await venice.findings()).map((finding) => finding.rule);
  expect(rules).toEqual([]);
});

export const key: string = useVenice().apiKey;
