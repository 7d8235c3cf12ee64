import "#tests/setup/environment.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { makeCorpus } from "#tests/domain/identity/corpus/events.ts";
import { compare, playCorpus } from "#tests/domain/identity/corpus/play.ts";
import { databaseWithShop } from "#tests/setup/database.ts";

const contacts = 500;
const seeds = [1, 2, 3];

/** 500 contacts with known truth: what is joined, what is suggested, what was there to be found. */
export async function benchIdentityCorpus(): Promise<void> {
  for (const seed of seeds) {
    const database = await databaseWithShop();
    const corpus = makeCorpus(seed, contacts);
    const { shown, shownRight } = await playCorpus("shop", corpus);
    const figures = await compare("shop", corpus);
    const share = (part: number, of: number) => `${(part / Math.max(1, of)).toFixed(3)} (${part} of ${of})`;
    console.log(`corpus ${seed}: ${contacts} contacts of ${corpus.people.length} people`);
    console.log(`  joined by proof, right: ${share(figures.linksRight, figures.links)}`);
    console.log(`  unlocked by proof, right: ${share(figures.unlockedRight, figures.unlocked)}`);
    console.log(`  orders shown by the channel's word alone, right: ${share(shownRight, shown)}`);
    console.log(
      `  found of all true pairs: ${share(figures.found, figures.pairs)}, one after the other: ${share(figures.reached, figures.pairs)}`,
    );
    console.log(`  found of pairs that left anything in common: ${share(figures.foundAlike, figures.alike)}`);
    console.log(`  suggestions, right: ${share(figures.suggestedRight, figures.suggested)}`);
    setClockOffset(0);
    await database.close();
  }
}
