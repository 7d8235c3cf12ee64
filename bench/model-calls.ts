import { stories } from "#sandbox/scenarios/index.ts";
import { forms, playStory } from "#sandbox/scenarios/stage.ts";

/** How many of the turns in the five stories, played with a key, needed no model call to be understood; taps never do. */
export async function benchModelCalls(): Promise<void> {
  const total = { turns: 0, calls: 0 };
  for (const by of ["buttons", "text"] as const) {
    let [turns, calls] = [0, 0];
    for (const form of forms.filter((one) => one.gemini && one.by === by)) {
      for (const story of stories) {
        const stage = await playStory(story, form);
        turns += stage.transcript.filter((line) => /^\[\w+\]\s*>/.test(line)).length;
        calls += stage.world.history.of("gemini", "understand").length;
      }
    }
    console.log(
      `${by === "buttons" ? "with buttons" : "in free text"}: ${turns} turns of shoppers, ${calls} asked the model: ${share(turns, calls)} % needed none`,
    );
    total.turns += turns;
    total.calls += calls;
  }
  console.log(`together: ${share(total.turns, total.calls)} % of ${total.turns} needed no model call`);
}

const share = (turns: number, calls: number): string => (100 * (1 - calls / turns)).toFixed(0);
