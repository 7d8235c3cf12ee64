import { describe, test } from "vitest";
import { stories } from "#sandbox/scenarios/index.ts";
import { type Form, formName, playStory } from "#sandbox/scenarios/stage.ts";

/** Plays every story in these forms, or in those that are chosen for it by its place. Each has an app and a world of its own and mostly waits, so several play at a time. */
export function playStories(formsOf: (place: number) => Form[]): void {
  describe.each(stories)("$name", { concurrent: true }, (story) => {
    test.for(formsOf(stories.indexOf(story)).map((form) => ({ form, name: formName(form) })))(
      "$name",
      { timeout: 120_000, concurrent: true },
      async ({ form }) => {
        await playStory(story, form);
      },
    );
  });
}
