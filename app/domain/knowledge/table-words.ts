/** What html-to-text gives of an element. */
type Element = { name?: string; data?: string; attribs?: Record<string, string>; children?: Element[] };
type Row = { cells: string[]; named: boolean };

/** "S", "XL", "38", "36-38", "EU 40": what a size chart names its columns or rows by. */
const sizeLabel = /^(?:(?:eu|uk|us|de|fr|it)\s?)?(?:x{0,4}[sl]|m|\d{1,3}(?:\s?[-–/]\s?\d{1,3})?|one size)$/i;

/**
 * A table as lines that can be read one by one: "Size M: Chest 94 cm, Waist 76 cm" under a row of names, "Chest: S 88 cm, M 94 cm"
 * where sizes stand above, and "Material: linen" where each row names itself.
 */
export function tableInWords(table: Element): string[] {
  const rows = rowsOf(table).filter((row) => row.cells.some(Boolean));
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  const lines = captionsOf(table);
  let names: string[] = [];
  for (const [n, { cells, named }] of rows.entries()) {
    if (cells.length === 1) lines.push(cells.join());
    else if (named || (n === 0 && looksLikeNames(rows, columns))) names = cells;
    else lines.push(rowInWords(cells, names));
  }
  return lines.length > 0 ? lines : [names.filter(Boolean).join(", ")].filter(Boolean);
}

function rowInWords([first = "", ...values]: string[], [corner = "", ...names]: string[]): string {
  // Sizes above: the corner names them, not what stands in this row.
  const isAcross = names.length > 0 && names.every((name) => sizeLabel.test(name));
  const label = isAcross ? first : `${corner} ${first}`.trim();
  const cells = values.flatMap((value, n) => (value ? `${names[n] ?? ""} ${value}`.trim() : []));
  return cells.length > 0 ? [label, cells.join(", ")].filter(Boolean).join(": ") : label;
}

/** A first row without a figure above rows that all have one; with two columns each row may as well name itself. */
function looksLikeNames([first, ...rest]: Row[], columns: number): boolean {
  const hasFigure = ({ cells }: Row) => cells.some((cell) => /\d/.test(cell));
  if (!first || rest.length === 0) return false;
  if (rest.every((row) => sizeLabel.test(row.cells[0] ?? ""))) return true;
  return columns > 2 && (first.cells.slice(1).every((cell) => sizeLabel.test(cell)) || (!hasFigure(first) && rest.every(hasFigure)));
}

function rowsOf(element: Element): Row[] {
  if (element.name !== "tr") return (element.children ?? []).flatMap(rowsOf);
  const cells = (element.children ?? []).filter((child) => child.name === "td" || child.name === "th");
  const names = cells.filter((cell) => cell.name === "th").length;
  return [{ cells: cells.map(wordsOf), named: names > 1 && names >= cells.length - 1 }];
}

function captionsOf({ name, children = [], ...rest }: Element): string[] {
  return name === "caption" ? [wordsOf({ children, ...rest })].filter(Boolean) : children.flatMap(captionsOf);
}

const wordsOf = (element: Element): string => textOf(element).replace(/\s+/g, " ").trim();

function textOf({ data, children = [] }: Element): string {
  return data ?? children.map(textOf).join(" ");
}
