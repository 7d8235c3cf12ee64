import { describe, test } from "vitest";
import { stories } from "#sandbox/scenarios/index.ts";
import { type Form, formName, playStory, type Story } from "#sandbox/scenarios/stage.ts";

/** Plays every story in the forms that are chosen for it. Each has an app and a world of its own and mostly waits, so several play at a time. */
export function playStories(formsOf: (story: Story) => Form[]): void {
  describe.each(stories.filter((story) => formsOf(story).length > 0))("$name", { concurrent: true }, (story) => {
    test.for(formsOf(story).map((form) => ({ form, name: formName(form) })))(
      "$name",
      { timeout: 120_000, concurrent: true },
      async ({ form }) => {
        await playStory(story, form);
      },
    );
  });
}
