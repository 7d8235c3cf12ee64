import { describe, test } from "vitest";
import { stories } from "#sandbox/scenarios/index.ts";
import { formName, forms, playStory } from "#sandbox/scenarios/stage.ts";

// Each form has an app and a world of its own and mostly waits, so several play at a time.
describe.each(stories)("$name", { concurrent: true }, (story) => {
  test.for(forms.map((form) => ({ form, name: formName(form) })))("$name", { timeout: 120_000, concurrent: true }, async ({ form }) => {
    await playStory(story, form);
  });
});
