/** Whom a private note can name by "@": people of the shop, and teams with who is in them. */
export type Mentionable = { kind: "person"; name: string } | { kind: "team"; name: string; people: string[] };

/** The list behind an "@": all people, and the teams that have somebody. */
export function mentionableOf(members: { name: string; teams: unknown }[], teams: { id: string; name: string }[]): Mentionable[] {
  const byName = [...members].sort((one, other) => one.name.localeCompare(other.name));
  const isIn = (one: { teams: unknown }, id: string) => Array.isArray(one.teams) && one.teams.includes(id);
  return [
    ...byName.map(({ name }) => ({ kind: "person" as const, name })),
    ...teams.flatMap(({ id, name }) => {
      const people = byName.filter((one) => isIn(one, id)).map((one) => one.name);
      return people.length > 0 ? [{ kind: "team" as const, name, people }] : [];
    }),
  ];
}

/** A name as it stands in a text behind its "@". */
export type Named = { name: string; from: number; to: number };

const letter = /[\p{L}\p{N}_]/u;

/** Where these names stand in a text, of two that begin alike the longer one. "@" within a word, as in a mail address, names nobody. */
export function namedIn(text: string, names: string[]): Named[] {
  const longestFirst = [...new Set(names)].sort((one, other) => other.length - one.length);
  const folded = text.toLocaleLowerCase("en");
  const found: Named[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (letter.test(text[at - 1] ?? "")) continue;
    const name = longestFirst.find((one) => {
      const end = at + 1 + one.length;
      return folded.slice(at + 1, end) === one.toLocaleLowerCase("en") && !letter.test(text[end] ?? "");
    });
    if (name !== undefined) found.push({ name, from: at, to: at + 1 + name.length });
  }
  return found;
}

/** A note cut into what is plain and what names somebody. */
type NotePart = { text: string; isName: boolean };

export function noteParts(text: string, names: string[]): NotePart[] {
  const parts: NotePart[] = [];
  let from = 0;
  for (const one of namedIn(text, names)) {
    if (one.from > from) parts.push({ text: text.slice(from, one.from), isName: false });
    parts.push({ text: text.slice(one.from, one.to), isName: true });
    from = one.to;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isName: false });
  return parts;
}
