/**
 * A town of made-up shoppers with known truth, from a seed: who lives with whom, who shares what, who proves what. Written from
 * how people are, before any rule that is measured with it, and not changed to please one.
 */
export type Person = {
  id: number;
  first: string;
  last: string;
  email: string;
  /** An address given up for `email`; still on older orders. */
  oldEmail?: string;
  phone: string;
  /** `phone` stands on older orders only: the number was given up, and somebody else may hold it now. */
  gaveUpNumber: boolean;
  customerId?: string;
  street: string;
  /** Uses this browser; a household may share one. */
  browser: number;
  handle: string;
  orders: Order[];
};
export type Order = {
  name: string;
  buyer: number;
  /** Before the first contact of the corpus. */
  placedDaysAgo: number;
  email: string;
  phone: string;
  customerId?: string;
  street: string;
  receiver?: number;
};

export type Random = { next(): number; chance(share: number): boolean; pick<T>(list: readonly T[]): T; whole(below: number): number };

/** Mulberry32: small, good enough, the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return { next, chance: (share) => next() < share, whole, pick: (list) => list[whole(list.length)] as (typeof list)[number] };
}

const firsts =
  "Ada Ben Carla David Elif Farid Greta Hugo Ines Jonas Karim Lea Marta Nils Olga Pablo Rosa Samir Tess Ugo Vera Willem Yara Zoe Anna Maria Luca Emma Paul José".split(
    " ",
  );
const lasts =
  "Sample Berger Costa Dubois Ek Fontana Garcia Hansen Ivanova Jansen König Lopez Müller Novak Olsen Petit Quint Rossi Silva Thomas Ude Vidal Weiss Young Zimmer Sánchez Lange Martin Meyer Schmidt".split(
    " ",
  );
const domains = ["gmail.example", "gmail.example", "mail.example", "post.example", "web.example", "inbox.example"];
const streets = ["Lindenweg", "Rue du Parc", "Main Street", "Via Roma", "Calle Mayor", "Kerkstraat"];

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Households of one to four people; couples and families share a street, some a surname, some a browser, some orders. */
export function makeTown(random: Random, size: number): Person[] {
  const people: Person[] = [];
  while (people.length < size) {
    const street = `${random.pick(streets)} ${1 + random.whole(180)}, ${10_000 + random.whole(80_000)}`;
    const members = random.pick([1, 1, 1, 2, 2, 3, 4]);
    const surname = random.pick(lasts);
    const shared = random.chance(0.5);
    const household: Person[] = [];
    for (let n = 0; n < members && people.length < size; n += 1) {
      const id = people.length;
      const last = members > 1 && random.chance(0.7) ? surname : random.pick(lasts);
      // Name twins happen by themselves: 900 names for a few hundred people.
      const first = random.pick(firsts);
      const mailbox = `${random.chance(0.5) ? `${plain(first)}.${plain(last)}` : `${plain(first).slice(0, 3)}${plain(last)}`}${random.whole(90) + 10}`;
      const person: Person = {
        id,
        first,
        last,
        email: `${mailbox}@${random.pick(domains)}`,
        phone: phoneOf(random, id),
        gaveUpNumber: random.chance(0.08),
        street,
        browser: shared ? 10_000 + (household[0]?.id ?? id) : id,
        handle: random.chance(0.5)
          ? `${plain(first)}_${random.whole(999)}`
          : random.pick(["sunnydays", "catlover", "runner", "nordlicht", "bytheshore"]),
        orders: [],
      };
      if (random.chance(0.1)) person.oldEmail = `${plain(last)}${random.whole(99)}@old.example`;
      if (random.chance(0.6)) person.customerId = String(700_000 + id);
      household.push(person);
      people.push(person);
    }
    for (const person of household) placeOrders(random, person, household, people);
  }
  return people;
}

/** Mostly German numbers; Brazil, Mexico and Argentina with the two forms each has. */
function phoneOf(random: Random, id: number): string {
  const tail = String(1_000_000 + id * 37).slice(-7);
  const roll = random.next();
  if (roll < 0.08) return `+55519${8}${tail}`;
  if (roll < 0.14) return `+5255${random.whole(10)}${tail}`;
  if (roll < 0.18) return `+54911${3}${tail}`;
  return `+49155${random.whole(10)}${tail}`;
}

function placeOrders(random: Random, person: Person, household: Person[], people: Person[]): void {
  const count = random.pick([0, 1, 1, 1, 2, 3]);
  for (let n = 0; n < count; n += 1) {
    const order: Order = {
      name: `#${1001 + person.id * 7 + n}`,
      buyer: person.id,
      // Most people write about what they have just bought. A number lies idle for 45 days before somebody else gets it.
      placedDaysAgo: person.gaveUpNumber ? 46 + random.whole(200) : random.chance(0.7) ? random.whole(20) : 20 + random.whole(180),
      email: n > 0 && person.oldEmail ? person.oldEmail : person.email,
      phone: person.phone,
      // Guests order too.
      customerId: random.chance(0.7) ? person.customerId : undefined,
      street: person.street,
    };
    // A gift goes to somebody else's door, and the receiver may ask about it; a couple asks about each other's parcels.
    const other = random.chance(0.12) ? random.pick(people) : random.chance(0.15) ? random.pick(household) : undefined;
    if (other && other !== person) {
      order.receiver = other.id;
      order.street = other.street;
      other.orders.push(order);
    }
    person.orders.push(order);
  }
}
