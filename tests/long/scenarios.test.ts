import { forms } from "#sandbox/scenarios/stage.ts";
import { playStories } from "#tests/setup/stories.ts";

playStories(() => forms);
