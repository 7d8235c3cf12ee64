import { parseArgs } from "node:util";
import { stories } from "./scenarios/index.ts";
import { type Form, formName, forms, playStory } from "./scenarios/stage.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: "string" },
    language: { type: "string" },
    gemini: { type: "boolean" },
    list: { type: "boolean" },
    verbose: { type: "boolean" },
  },
});
if (values.list) {
  for (const { name, about } of stories) console.log(`${name.padEnd(26)}${about}`);
  process.exit(0);
}
const wanted = positionals.length > 0 ? stories.filter((story) => positionals.includes(story.name)) : stories;
if (wanted.length === 0 || positionals.some((name) => !stories.some((story) => story.name === name))) {
  console.error(
    `npm run scenario -- NAME [--list] [--by buttons|text] [--language en|de] [--gemini] [--verbose]; names: ${stories.map((story) => story.name).join(", ")}`,
  );
  process.exit(2);
}
const chosen = forms.filter(
  (form: Form) =>
    (!values.by || form.by === values.by) &&
    (!values.language || form.language === values.language) &&
    (values.gemini === undefined || form.gemini === values.gemini),
);

let failed = 0;
for (const story of wanted) {
  for (const form of chosen) {
    console.log(`\n== ${story.name}, ${formName(form)}`);
    try {
      const stage = await playStory(story, form, values.verbose);
      console.log(stage.transcript.join("\n"));
      console.log("-- what the vendors saw");
      for (const { double, operation, detail } of stage.world.history.entries)
        console.log(`   ${double} ${operation} ${JSON.stringify(detail).slice(0, 140)}`);
    } catch (error) {
      failed += 1;
      console.log(error instanceof Error ? error.message : error);
      console.log(`-- FAILED: ${story.name}, ${formName(form)}`);
    }
  }
}
console.log(`\n${wanted.length * chosen.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
