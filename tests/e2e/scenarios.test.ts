import type { Form } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

/** Those that lead over all four channels and to each kind of end, each in one of the eight forms; tests/long/scenarios.test.ts plays all of each. */
const played: Record<string, Form> = {
  "interrupted-return": { by: "buttons", language: "en", gemini: false },
  "night-chat-morning-email": { by: "text", language: "en", gemini: true },
  cancel: { by: "text", language: "en", gemini: false },
  withdrawal: { by: "buttons", language: "de", gemini: true },
  "exchange-owed": { by: "text", language: "en", gemini: true },
  "damage-with-photos": { by: "buttons", language: "en", gemini: false },
};

playStories(({ name }) => (played[name] ? [played[name]] : []));
