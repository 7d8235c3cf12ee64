import { checkBrandColor } from "#app/ui/contrast.ts";

/** The colour as shoppers will see it, and whether it can be read. */
export function BrandPreview({ color, name }: { color: string; name: string }) {
  const check = checkBrandColor(color);
  if (!check) return null;
  return (
    <div>
      <div className="ot-brand-preview" style={{ background: color, color: check.text }}>
        {name || "Your assistant"}
      </div>
      <p className="ot-muted">{check.advice}</p>
    </div>
  );
}
