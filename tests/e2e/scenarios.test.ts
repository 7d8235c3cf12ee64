import { pairwiseForms } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

// Each story by buttons and in words, in both languages, with and without Gemini, and every two of these together;
// all eight forms are played by tests/long/scenarios.test.ts.
playStories(pairwiseForms);
