import { pairwiseForms } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

// The first five by buttons and in words, one story after the other in English and in German, with and without Gemini; the others
// in one of these two forms, by turns. All eight forms of each are played by tests/long/scenarios.test.ts.
const twice = 5;
const [buttons = [], words = []] = ["buttons", "text"].map((by) => pairwiseForms.filter((form) => form.by === by));
playStories((place) => {
  const both = [buttons[place % 2], words[(place + Math.floor(place / 2)) % 2]].filter((form) => form !== undefined);
  return place < twice ? both : both.slice(place % 2, (place % 2) + 1);
});
