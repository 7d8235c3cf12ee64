import { makeTown, type Order, type Person, type Random, randomFrom } from "./people.ts";

type Kind = "widget" | "instagram" | "whatsapp" | "email";

/** One contact as it reaches the shop, and who it truly was. `address` is what the channel says. */
export type ContactEvent = {
  person: number;
  channel: Kind;
  address: string;
  label?: string;
  text: string;
  /** WhatsApp shows the number. */
  phone?: string;
  /** The browser of a widget visitor was used before by the visitor of this address, who had logged out or cleared nothing. */
  sameBrowserAs?: string;
  /** Logged in to this customer account; its address at Shopify. */
  login?: { customerId: string; email: string };
  /** Typed an address; whether a code sent there came back. */
  typed?: { email: string; proven: boolean };
  /** Named an order, so that a code went to its address; whether it came back. */
  named?: { order: Order; proven: boolean };
  /** Went on from a channel they had proven before, by a code shown there. */
  continuedFrom?: { channel: Kind; address: string };
  /** The contact of the channel stands on the order, so a case about it was opened. */
  caseAbout?: Order;
};

export type Corpus = { people: Person[]; events: ContactEvent[]; owners: Map<string, number> };

/** The owner of an address that two people have written from: no truth to be right or wrong about. */
export const nobody = -1;

/** What a corpus of so many contacts looks like: the same for the same seed. */
export function makeCorpus(seed: number, contacts: number): Corpus {
  const random = randomFrom(seed);
  const people = makeTown(random, Math.round(contacts * 0.36));
  const events: ContactEvent[] = [];
  const owners = new Map<string, number>();
  const own = (kind: string, address: string, person: number) => {
    const known = owners.get(`${kind}:${address}`);
    owners.set(`${kind}:${address}`, known === undefined || known === person ? person : nobody);
  };
  for (const person of people) {
    own("email", person.email, person.id);
    if (person.oldEmail) own("email", person.oldEmail, person.id);
    if (person.customerId) own("shopify-customer", person.customerId, person.id);
    own("phone", person.phone, person.id);
  }
  const browsers = new Map<number, { address: string; person: number }>();
  while (events.length < contacts) {
    const person = random.pick(people);
    const channel = random.pick<Kind>(["widget", "widget", "whatsapp", "instagram", "email", "email"]);
    const event = contact(random, person, channel, browsers, people);
    // Whoever writes from an address owns it: a forger owns what he forged, the new holder of a number his new WhatsApp id.
    own(channel, event.address, event.person);
    const before = events.filter((one) => one.person === event.person && one.channel !== channel && (one.typed?.proven || one.login));
    const earlier = before.at(-1);
    if (earlier && random.chance(0.15)) event.continuedFrom = { channel: earlier.channel, address: earlier.address };
    events.push(event);
  }
  return { people, events, owners };
}

function contact(
  random: Random,
  person: Person,
  channel: Kind,
  browsers: Map<number, { address: string; person: number }>,
  people: Person[],
) {
  const order = person.orders.length > 0 ? random.pick(person.orders) : undefined;
  const event: ContactEvent = {
    person: person.id,
    channel,
    address: "",
    text: words(random, random.chance(0.55) ? order?.name : undefined),
  };
  if (channel === "widget") {
    const last = browsers.get(person.browser);
    // The same visitor comes back, or a new one begins on the browser: after a logout, or another login.
    if (last && last.person === person.id && random.chance(0.6)) event.address = last.address;
    else {
      event.address = `visitor-${person.id}-${random.whole(1_000_000)}`;
      if (last && random.chance(0.6)) event.sameBrowserAs = last.address;
    }
    browsers.set(person.browser, { address: event.address, person: person.id });
    if (person.customerId && random.chance(0.4)) event.login = { customerId: person.customerId, email: person.email };
  } else if (channel === "whatsapp") {
    event.address = `wa-${person.id}`;
    event.phone = person.gaveUpNumber ? undefined : person.phone;
    event.label = shownName(random, person, [0.6, 0.25]);
    // The channel's number stands on the order: its status is told without a question.
    if (event.phone && order?.phone === event.phone && random.chance(0.6)) event.caseAbout = order;
    recycle(random, event, people);
  } else if (channel === "instagram") {
    event.address = `ig-${person.id}`;
    event.label = shownName(random, person, [0.4, 0.1]);
  } else {
    const old = person.oldEmail && random.chance(0.3);
    event.address = old ? (person.oldEmail as string) : person.email;
    event.label = random.chance(0.8) ? `${person.first} ${person.last}` : undefined;
    // Mail without a valid signature is somebody else until proven; some of it is a forger's, who knows no order.
    if (random.chance(0.15)) {
      event.address = `unverified:${event.address}`;
      if (random.chance(0.3)) Object.assign(event, { person: random.pick(people).id, text: words(random, undefined) });
    }
    if (event.person === person.id && order && order.email === event.address && random.chance(0.6)) event.caseAbout = order;
  }
  if (!event.login && channel !== "email") claim(random, event, person, order);
  return event;
}

/** A number that changed hands: another person's WhatsApp shows the number that still stands on old orders. */
function recycle(random: Random, event: ContactEvent, people: Person[]): void {
  if (!random.chance(0.04)) return;
  const givenUp = people.filter((one) => one.gaveUpNumber);
  if (givenUp.length === 0) return;
  const holder = random.pick(givenUp);
  if (holder.id === event.person) return;
  Object.assign(event, { phone: holder.phone, caseAbout: undefined });
}

function claim(random: Random, event: ContactEvent, person: Person, order: Order | undefined): void {
  const proves = random.chance(0.6);
  if (random.chance(0.35)) {
    const typo = random.chance(0.1);
    event.typed = { email: typo ? misspelt(random, person.email) : person.email, proven: proves && !typo };
  } else if (order && random.chance(0.3)) {
    // Only who reads the mailbox on the order gets the code: a gift's receiver does not.
    event.named = { order, proven: proves && order.buyer === person.id };
    event.text = words(random, order.name);
  }
}

function misspelt(random: Random, address: string): string {
  const at = 1 + random.whole(address.indexOf("@") - 1);
  const roll = random.whole(3);
  if (roll === 0) return address.slice(0, at) + address.slice(at + 1);
  if (roll === 1) return address.slice(0, at) + random.pick(["e", "n", "s", "r", "1"]) + address.slice(at);
  return address.slice(0, at) + random.pick(["a", "i", "o", "m", "t"]) + address.slice(at + 1);
}

function shownName(random: Random, person: Person, [full, first]: [number, number]): string {
  const roll = random.next();
  if (roll < full) return `${person.first} ${person.last}`;
  return roll < full + first ? person.first : person.handle;
}

const withOrder = [
  "Where is my order NAME?",
  "order NAME has not arrived",
  "Ich warte auf Bestellung NAME",
  "hi, about NAME",
  "Bonjour, ma commande NAME svp",
];
const without = [
  "Hello, anybody there?",
  "Do you ship to Norway?",
  "The zip is broken",
  "Where is my parcel?",
  "Danke!",
  "I want to return something",
];

function words(random: Random, name: string | undefined): string {
  return name ? random.pick(withOrder).replace("NAME", random.chance(0.7) ? name : name.slice(1)) : random.pick(without);
}
