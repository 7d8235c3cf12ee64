import { variableName } from "#app/domain/staff/reply-variables.ts";
import { textBox } from "./use-slash.ts";

/** What a saved reply has left open in the text: pressed, it is selected, to be written over. */
export function StillOpen({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="ot-open" role="status">
      Still to fill in:{" "}
      {names.map((one) => (
        <button key={one} type="button" onClick={() => select(`{{${one}}}`)}>
          {variableName(one)}
        </button>
      ))}
    </p>
  );
}

/** Puts the cursor over the first place where these words stand, to be written over. */
function select(words: string): void {
  const box = textBox();
  const from = box?.value.indexOf(words) ?? -1;
  box?.focus();
  if (from >= 0) box?.setSelectionRange(from, from + words.length);
}
