import type { PlannedEffect } from "#app/flows/engine.ts";
import type { ReturnState } from "#app/flows/return/state.ts";

/** What staff are told when they decline is told to the shopper: this much of it. */
export const longestReason = 300;

/** The change that a case holds until a person has allowed it; undefined where there is none. Stored state is data: it may be of any flow. */
export function heldOf(flow: string, state: unknown): PlannedEffect | undefined {
  const { phase, held, declined } = (state ?? {}) as Partial<ReturnState>;
  return flow === "return" && phase === "handed-over" && !declined ? held : undefined;
}

/** The case as it goes on when a person has allowed it, and the change that is made now: the very one the shopper said yes to. */
export function allowed(state: ReturnState, held: PlannedEffect): { state: ReturnState; effect: PlannedEffect } {
  const { held: _held, ...rest } = state;
  const effect = { ...held, input: { ...held.input, approved: true } } as PlannedEffect;
  return { state: { ...rest, phase: "registering" }, effect };
}

/** Stopped within its seconds it waits for a person again, as before they pressed; null for any other change. */
export function heldAgain(flow: string, stored: unknown, { kind, input }: { kind: string; input: unknown }): ReturnState | null {
  const { approved, ...asked } = input as PlannedEffect["input"] & { approved?: true };
  const state = stored as ReturnState;
  if (flow !== "return" || !approved || state.phase !== "registering") return null;
  return { ...state, phase: "handed-over", held: { kind, input: asked } as PlannedEffect };
}

/** The case as it goes on when a person has not: the flow tells the shopper and ends. */
export function refused(state: ReturnState, note: string): ReturnState {
  const reason = note.trim().slice(0, longestReason);
  return { ...state, declined: reason ? { note: reason } : {} };
}
