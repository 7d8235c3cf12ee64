/** @jsxImportSource preact */
import type { Demo } from "../model.ts";
import { Mark } from "./marks.tsx";

export function CopyCode({ demo, code }: { demo: Demo; code: string }) {
  return (
    <button type="button" class="code" aria-label={`Copy the code ${code}`} onClick={() => demo.copy(code)}>
      <span>{code}</span>
      <Mark name="copy" /> Copy
    </button>
  );
}
