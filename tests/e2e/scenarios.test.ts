import type { Form } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

/** Two of them, each in one of the eight forms; tests/long/scenarios.test.ts plays all of each of the seventeen. */
const played: Record<string, Form> = {
  "interrupted-return": { by: "buttons", language: "en", gemini: false },
  withdrawal: { by: "buttons", language: "de", gemini: true },
};

playStories(({ name }) => (played[name] ? [played[name]] : []));
