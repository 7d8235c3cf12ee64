import type { Form } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

/** Those that lead over all four channels, each in one of the eight forms; tests/long/scenarios.test.ts plays all of each of the sixteen. */
const played: Record<string, Form> = {
  "interrupted-return": { by: "buttons", language: "en", gemini: false },
  "night-chat-morning-email": { by: "text", language: "en", gemini: true },
  withdrawal: { by: "buttons", language: "de", gemini: true },
  "exchange-owed": { by: "text", language: "en", gemini: true },
};

playStories(({ name }) => (played[name] ? [played[name]] : []));
