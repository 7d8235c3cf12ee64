import { type Found, searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { foldText } from "./local/fold-text.ts";
import { named } from "./product.server.ts";
import type { Turn } from "./turn.ts";

/** Asked for a size or a measure rather than for whether one is in stock, in seven languages, on folded text. */
const fit = new RegExp(
  [
    "\\b(?:which|what) size\\b|\\bsize (?:chart|guide)\\b|\\bsizing\\b|\\btrue to size\\b|\\b(?:run|runs|fit|fits|come|comes) (?:small|large|big|true|wide|tight)\\b|\\bhow (?:does|do|is)\\b.{0,50}\\b(?:run|fit|sized|cut)\\b|\\bmeasurements?\\b|\\b(?:chest|waist|hips?|bust) (?:of|in|on|for|size|width)\\b",
    "\\bwelche (?:grosse|konfektion\\w*)\\b|\\bgrossen(?:tabelle|beratung)\\b|\\bfallt\\b.{0,40}\\b(?:aus|klein|gross)\\b|\\bmasse\\b|\\bbrustumfang|\\btaillenumfang|\\bhuftumfang",
    "\\bquelle taille\\b|\\bguide des tailles\\b|\\btaille (?:petit|grand|normal\\w*)\\b|\\btour de (?:poitrine|taille|hanches)\\b|\\bmensurations\\b",
    "\\bque talla\\b|\\bcual es mi talla\\b|\\bguia de tallas\\b|\\btabla de (?:tallas|medidas)\\b|\\btalla (?:pequeno|grande|bien)\\b|\\bcontorno de\\b",
    "\\bque tamanho\\b|\\bqual (?:e o )?(?:meu )?tamanho\\b|\\b(?:guia|tabela) de (?:tamanhos|medidas)\\b|\\bveste (?:pequeno|grande|bem)\\b",
    "\\b(?:che|quale) taglia\\b|\\b(?:guida|tabella)(?: alle| delle)? taglie\\b|\\bveste (?:piccolo|grande|bene|stretto|largo)\\b|\\bcome (?:veste|calza)\\b",
    "\\bwelke maat\\b|\\bmaattabel\\b|\\bmaatgids\\b|\\bvalt\\b.{0,40}\\b(?:klein|groot|ruim|normaal|uit)\\b|\\bborstomtrek\\b",
  ].join("|"),
);
export const asksFit = (text: string): boolean => text.length <= 600 && fit.test(foldText(text));

const lookedThrough = 20;
/** How much of "the dress, its size" a passage beside the product itself must hold. */
const enoughOfProduct = 0.5;
/** A figure of a size: what a chart is made of. "Size: S, M, L" alone is what can be chosen. */
const measure = /\d\s?(?:cm|mm|in(?:ch(?:es)?)?|″|")(?![\p{L}])/iu;
const ofSizes = /\b(?:sizes?|gro(?:ss|ß)en?|grössen?|größen?|tailles?|tallas?|tamanhos?|tagli[ae]|mat?en|maat)\b/iu;

/**
 * The size chart of the piece that is meant: what its own page says, else the passage of another one that is about it. "which": there
 * are charts, and it is not clear for which piece; null: there is none.
 */
export async function fitPassages(turn: Turn, text: string): Promise<Found[] | "which" | null> {
  const piece = await pieceMeant(turn, text);
  const shopId = turn.context.shop.id;
  const near = await searchKnowledge(shopId, piece ? `${piece.title} size` : "size", piece?.language ?? turn.language, lookedThrough);
  const charts = near.filter((one) => measure.test(one.text) && (one.kind !== "product" || one.sourceId === piece?.sourceId));
  if (!piece) return charts.some((one) => ofSizes.test(`${one.title} ${one.heading}`)) ? "which" : null;
  const own = charts.filter((one) => one.sourceId === piece.sourceId);
  const others = charts.filter((one) => one.kind !== "product" && one.coverage >= enoughOfProduct);
  const best = own.length > 0 ? own.slice(0, 2) : others.slice(0, 1);
  return best.length > 0 ? best : null;
}

/** What the words name, else what was last named before them. */
async function pieceMeant(turn: Turn, text: string): Promise<Found | undefined> {
  const earlier = turn.context.transcript.filter((line) => line.author === "shopper" && line.text !== text).map((line) => line.text);
  for (const words of [text, ...earlier.toReversed().slice(0, 4)]) {
    const found = await searchKnowledge(turn.context.shop.id, words, turn.language, lookedThrough);
    const [piece] = named(
      words,
      found.filter((one) => one.kind === "product"),
    );
    if (piece) return piece;
  }
  return undefined;
}
