import type { FlowContext, FlowFacts, FlowInput } from "./engine.ts";

type Of<Kind extends FlowInput["kind"]> = Extract<FlowInput, { kind: Kind }>;
type Reader<State, Input, Read> = (state: State, input: Input, facts: FlowFacts, context: FlowContext) => Read;

/** How a flow about one order reads what is tapped, what is written, and what it is opened or resumed with. */
type Readers<State, Read> = {
  choice: Reader<State, Of<"choice">, Read>;
  text: Reader<State, Of<"text">, Read | null>;
  resume: Reader<State, Of<"resume">, Read>;
};

/** Reads one input; null when it is not about this flow. Of all else `nothing` comes. */
export function readWith<State, Read>(readers: Readers<State, Read>, nothing: (state: State) => Read) {
  return (state: State, input: FlowInput, facts: FlowFacts, context: FlowContext): Read | null => {
    switch (input.kind) {
      case "choice":
        return readers.choice(state, input, facts, context);
      case "text":
        return readers.text(state, input, facts, context);
      case "resume":
        return readers.resume(state, input, facts, context);
      default:
        return nothing(state);
    }
  };
}

type Kept = { phase: string; confirmedHash?: string };

/** A person had the case and gave it back: it goes on where it was, with nothing shown yet, unless its one change was already tried. */
export function isGivenBack({ phase, confirmedHash }: Kept, input: FlowInput): boolean {
  return phase === "handed-over" && confirmedHash === undefined && input.kind !== "store-event";
}
