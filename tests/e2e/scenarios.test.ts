import { pairwiseForms } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

// Each story by buttons and in words, one story after the other in English and in German, with and without Gemini; every two of
// these meet over all of them. All eight forms of each are played by tests/long/scenarios.test.ts.
const [buttons = [], words = []] = ["buttons", "text"].map((by) => pairwiseForms.filter((form) => form.by === by));
playStories((place) => [buttons[place % 2], words[(place + Math.floor(place / 2)) % 2]].filter((form) => form !== undefined));
