import "#tests/setup/environment.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

const tries = Number(process.env.TRIES ?? 1_000);
/** So many go the same way at the same time, so that the clock can move for all of them at once. */
const together = 20;

type Owner = ReturnType<typeof createShopper> & { device: Phone };
/** What each of them does at once; the next step begins when everything is answered. */
type Step = { say: (owner: Owner) => string } | { minutes: number };

const mails = (house: House, owner: Owner) => house.mail.mailbox(owner.email).inbox;
const digits = (house: House, owner: Owner, back = -1) => mails(house, owner).at(back)?.subject.slice(0, 6) ?? "no code came";
const inTwo = (code: string, by: string) => `${code.slice(0, 3)}${by}${code.slice(3)}`;
const swapped = (text: string) => `${text.slice(0, 3)}${text[4]}${text[3]}${text.slice(5)}`;
const wrong = (code: string) => code.replace(/.$/, (last) => String((Number(last) + 1) % 10));

/** How rightful owners go about it. All begin with a wish. */
function ways(house: House): Record<string, Step[]> {
  const wish: Step = { say: ({ order }) => `where is order ${order.name}` };
  const code = (spelled: (code: string) => string = (plain) => plain): Step => ({ say: (owner) => spelled(digits(house, owner)) });
  return {
    "order number, then the code": [wish, code()],
    "no number: asked for a contact, gives the address": [{ say: () => "where is my order" }, { say: ({ email }) => email }, code()],
    "address in capitals, in a sentence": [
      { say: () => "where is my parcel?" },
      { say: ({ email }) => `sure, my address is ${email.toUpperCase()}.` },
      code(),
    ],
    "typo in the address first": [
      { say: () => "where is my order" },
      { say: ({ email }) => swapped(email) },
      { say: ({ email }) => email },
      code(),
    ],
    "typo in the order number first": [
      { say: ({ order }) => `where is order ${order.name}9` },
      { say: ({ order }) => `sorry, ${order.name}` },
      code(),
    ],
    "wrong mailbox first, noticed": [
      { say: () => "where is my order" },
      { say: ({ email }) => `work.${email}` },
      { say: ({ email }) => `nothing there, try ${email}` },
      code(),
    ],
    "cannot read the mailbox: to the phone": [
      wish,
      { say: () => "I can't open that mailbox right now, please send it to my phone" },
      { say: ({ phone }) => house.twilio.inbox(phone).at(-1)?.body.slice(0, 6) ?? "no SMS came" },
    ],
    "late by eleven minutes": [wish, { minutes: 11 }, code(), code()],
    "late, asks for a new one": [wish, { minutes: 11 }, { say: () => "it expired, can you send a new code?" }, code()],
    "code with a space": [wish, code((plain) => inTwo(plain, " "))],
    "code with a dash": [wish, code((plain) => inTwo(plain, "-"))],
    "code inside a sentence": [wish, code((plain) => `ok I got it, it says ${plain}, thanks!`)],
    "code named as one": [wish, code((plain) => `Code: ${plain}`)],
    "the mail's subject pasted": [wish, { say: (owner) => mails(house, owner).at(-1)?.subject ?? "" }],
    "code mistyped first": [wish, code(wrong), code()],
    "code mistyped twice": [wish, code(wrong), code(wrong), code()],
    "asks for it twice, types the first": [wish, { say: () => "new code please" }, { say: (owner) => digits(house, owner, -2) }],
    "asks for it twice, types the second": [wish, { say: () => "it did not arrive, send again" }, code()],
    "sends the wish twice": [wish, wish, code()],
    "asks something else in between": [wish, { say: () => "how long can I send things back?" }, code()],
  };
}

const asksForProof = /six digits|e-mail address or (?:the )?order number|press the button|check once more/i;

/**
 * How much rightful owners are bothered: unknown ones on Instagram prove a mailbox or phone with all the slips people make, and
 * then ask for more. Everything is the real app over the doubles.
 */
export async function benchIdentityFriction(): Promise<void> {
  const house = await House.open();
  await house.connectPhones({ sms: true });
  const stories = Object.entries(ways(house));
  const counts = { tried: 0, through: 0, askedOnce: 0, askedAgain: 0 };
  const stuck = new Map<string, string>();
  for (let begun = 0; begun < tries; begun += together) {
    const [name = "", steps = []] = stories[(begun / together) % stories.length] ?? [];
    const owners = Array.from({ length: Math.min(together, tries - begun) }, (_, n): Owner => {
      const device = house.phone("instagram", `ig-friction-${begun + n}`);
      return { ...createShopper(house), device };
    });
    const told = await play(house, owners, steps);
    const more = await play(house, owners, [
      { say: ({ order }) => `where is order ${order.name}` },
      { say: ({ order }) => `I want to return the dress of ${order.name}` },
    ]);
    owners.forEach((owner, n) => {
      const proven = (told[n]?.at(-1) ?? "").includes(owner.order.name);
      counts.tried += 1;
      counts.through += Number(proven);
      counts.askedOnce += Number((told[n] ?? []).filter((text) => asksForProof.test(text)).length > 0 && thanked(owner) === 1);
      counts.askedAgain += proven ? (more[n] ?? []).filter((text) => asksForProof.test(text)).length : 0;
      if (!proven) stuck.set(name, textsOf(owner.device).join("\n  | "));
    });
  }
  await house.close();
  for (const [name, transcript] of stuck) console.log(`did not get through (${name}):\n  | ${transcript}`);
  const share = ((counts.through / counts.tried) * 100).toFixed(1);
  console.log(
    `${counts.tried} tries of rightful owners in ${stories.length} ways: ${counts.through} got through, ${share} % (target ≥ 99 %)`,
  );
  console.log(`unknown ones who had to show themselves exactly once: ${counts.askedOnce} of ${counts.tried}`);
  console.log(`proven ones asked again, in ${counts.through * 2} further wishes: ${counts.askedAgain} (target 0)`);
}

const thanked = ({ device }: Owner) => textsOf(device).filter((text) => text.includes("now I know it is you")).length;

/** What each owner was told after each step. */
async function play(house: House, owners: Owner[], steps: Step[]): Promise<string[][]> {
  const told: string[][] = owners.map(() => []);
  for (const step of steps) {
    if ("minutes" in step) {
      await house.advance(step.minutes * 60_000);
      continue;
    }
    const before = owners.map(({ device }) => textsOf(device).length);
    await Promise.all(owners.map((owner) => owner.device.sendText(step.say(owner))));
    await house.rest();
    owners.forEach(({ device }, n) => {
      told[n]?.push(textsOf(device).slice(before[n]).join("\n"));
    });
  }
  return told;
}
