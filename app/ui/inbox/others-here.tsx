import type { Other } from "#app/ui/use-live.ts";

/** "Ada is writing · Kim is looking". */
export function OthersHere({ others }: { others: Other[] }) {
  return (
    <p className="ot-others" role="status">
      {others.map((one) => (
        <span key={one.name} data-writing={one.writing}>
          {one.name} is {one.writing ? "writing" : "looking"}
        </span>
      ))}
    </p>
  );
}
