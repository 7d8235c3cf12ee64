import { expect, test } from "vitest";
import type { Language } from "#app/channels/message.ts";
import { sentences } from "./slot-sentences.ts";
import { understand } from "./understand.ts";

for (const [language, table] of Object.entries(sentences)) {
  test.each(table)(`${language}: finds in “%s” what it names`, async (text, found) => {
    const { item, variant, date, address } = (await understand(text, language as Language)).slots;
    expect(Object.fromEntries(Object.entries({ item, variant, date, address }).filter(([, value]) => value !== undefined))).toEqual(found);
  });
}
