import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest first: one of them begun last would leave the other processor with nothing to do. */
const longest = ["sandbox/simulate", "e2e/scenarios", "operations/health", "attacks/t18", "operations/backup", "e2e/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => longest.findIndex((part) => moduleId.includes(part)) + 1 || longest.length + 1;
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/long/**", "node_modules/**"],
    setupFiles: ["tests/setup/environment.ts", "tests/setup/leave-nothing.ts"],
    globalSetup: ["tests/setup/build-once.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 3,
    // The test files of one process share its modules: loading them anew for each took half of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
