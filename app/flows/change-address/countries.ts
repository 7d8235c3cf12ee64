import { languages } from "#app/channels/message.ts";
import { fold } from "../item-words.ts";

/** ISO 3166 codes as of today; Intl knows their names in every language. */
const codes =
  "AD AE AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MC MT MX NL NO NZ PL PT RO RS SE SG SI SK SM TR TW UA US VA ZA".split(
    " ",
  );
const aliases: Record<string, string> = { uk: "GB", england: "GB", scotland: "GB", wales: "GB", usa: "US", holland: "NL" };

let names: Map<string, string> | undefined;

/** The country that these words name, whole and alone, in any of the languages; undefined for anything else. */
export function countryNamed(words: string): string | undefined {
  names ??= new Map([
    ...languages.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: "region" });
      return codes.map((code) => [fold(display.of(code) ?? code), code] as const);
    }),
    ...Object.entries(aliases),
  ]);
  return names.get(fold(words).replaceAll(".", ""));
}
