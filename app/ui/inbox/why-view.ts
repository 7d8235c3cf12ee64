import type { Thread } from "#app/domain/conversations/thread.server.ts";
import { isLive } from "#app/domain/identity/graph.ts";
import { identityKind, identityLabel } from "#app/ui/words.ts";

type Person = Thread["identities"][number];
type Edge = Thread["evidence"][number];

/** Why an identity belongs here, as a sentence and, where the proof is indirect, over whom. */
export type WhyView = { words: string; path: string[]; byStaff: boolean };

const kinds: Record<string, (other: string) => string> = {
  "account-login": (other) => `Logged in together with ${other}`,
  "account-email": (other) => `Address of the same customer account as ${other}`,
  "one-time-code": (other) => `Proved by a code between here and ${other}`,
  "signed-link": (other) => `Proved by a link between here and ${other}`,
  "continue-here": (other) => `Continued here from or to ${other}`,
  staff: (other) => `Merged with ${other} by staff, not proven`,
};

/** An address as staff read it: names repeat, addresses do not. */
export function contactName(one: { kind: string; externalId: string; label: string | null }): string {
  if (one.kind === "email" || one.kind === "phone") return one.externalId.replace(/^unverified:/, "");
  return one.label ? `${identityKind(one.kind)} (${one.label})` : identityLabel(one);
}

/** The shortest way over live proof from each identity to the first one, told from its own end. */
export function whyBelongs(thread: Thread, now: Date, day: (at: Date) => string): Map<string, WhyView> {
  const [first, ...others] = thread.identities;
  const proofs = thread.evidence.filter((edge) => edge.strength === "proof" && isLive(edge, now));
  const byId = new Map(thread.identities.map((one) => [one.id, one]));
  const result = new Map<string, WhyView>();
  if (first)
    result.set(first.id, {
      words: others.length > 0 ? "The others are connected with this one" : "The only contact so far",
      path: [],
      byStaff: false,
    });
  for (const one of others) {
    const steps = shortestPath(one.id, first?.id ?? "", proofs);
    const near = steps[0];
    if (!near) result.set(one.id, { words: "The proof has run out; it comes apart with the next message", path: [], byStaff: false });
    else
      result.set(one.id, {
        words: sentence(near, byId, day),
        path: pathOf(one, steps, byId),
        byStaff: steps.some((step) => step.edge.kind === "staff"),
      });
  }
  return result;
}

type Step = { edge: Edge; to: string };

function sentence({ edge, to }: Step, byId: Map<string, Person>, day: (at: Date) => string): string {
  const other = byId.get(to);
  const name = other ? contactName(other) : "somebody else";
  const said = kinds[edge.kind]?.(name) ?? `Connected with ${name}`;
  const by = edge.kind === "staff" ? ` (${edge.by})` : "";
  const until = edge.expiresAt ? `, holds until ${day(edge.expiresAt)}` : "";
  return `${said}${by} on ${day(edge.createdAt)}${until}`;
}

/** Named only when there is somebody in between. */
function pathOf(one: Person, steps: Step[], byId: Map<string, Person>): string[] {
  if (steps.length < 2) return [];
  const name = (id: string) => {
    const person = byId.get(id);
    return person ? contactName(person) : "somebody else";
  };
  return [contactName(one), ...steps.map((step) => name(step.to))];
}

function shortestPath(from: string, to: string, edges: Edge[]): Step[] {
  const came = new Map<string, { edge: Edge; before: string }>();
  const open = [from];
  for (let id = open.shift(); id !== undefined && id !== to; id = open.shift()) {
    for (const edge of edges) {
      const next = edge.identityId === id ? edge.otherId : edge.otherId === id ? edge.identityId : undefined;
      if (next === undefined || next === from || came.has(next)) continue;
      came.set(next, { edge, before: id });
      open.push(next);
    }
  }
  const steps: Step[] = [];
  for (let at = to; at !== from; ) {
    const step = came.get(at);
    if (!step) return [];
    steps.unshift({ edge: step.edge, to: at });
    at = step.before;
  }
  return steps;
}
