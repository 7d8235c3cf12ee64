import { expect, test } from "vitest";
import { arrived, isTyping, sent, settled, startSearch, typed } from "#app/ui/inbox/search-text.ts";

test("what was typed last stays in the search field: an older answer does not change it, a link that came after it does", () => {
  let field = sent(typed(startSearch(""), "sc"));
  field = typed(field, "scarf ");
  field = arrived(field, "sc");
  expect([field.text, isTyping(field)]).toEqual(["scarf ", true]);
  field = sent(field);
  expect(isTyping(field)).toBe(false);
  field = arrived(field, "scarf");
  expect([field.text, isTyping(field)]).toEqual(["scarf ", false]);
  // A link without the words, or going back: they are not searched for once more.
  field = arrived(field, "");
  expect([field.text, isTyping(field)]).toEqual(["", false]);
  expect(arrived(typed(field, "hat"), "shoe").text).toBe("hat");
  const overtaken = settled(sent(typed(field, "hat")));
  expect([overtaken.text, isTyping(overtaken)]).toEqual(["", false]);
});
