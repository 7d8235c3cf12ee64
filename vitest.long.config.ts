import config from "./vitest.config.ts";

/** What takes longer than the everyday budget; its figures go into bench/README.md. */
export default {
  ...config,
  test: { ...config.test, include: ["tests/long/**/*.test.ts"], exclude: ["node_modules/**"], testTimeout: 900_000 },
};
