import { expect, test } from "vitest";
import { codeTemplate } from "#app/channels/whatsapp/code-template.ts";
import { findTemplate, type Template, templatesAtFirst } from "#sandbox/meta/templates.ts";

const config = { codeTemplate: "sign_in_code", codeTemplateLanguages: "en, de" };
const body = (code = "123456", settings: Record<string, string> = config): Record<string, unknown> => ({
  to: "+4915112345678",
  ...(codeTemplate(settings, "de", code)?.body as object),
});
const inState = (status: Template["status"]) => templatesAtFirst.map((one) => ({ ...one, status }));

test("Meta takes the code template in the shopper's language", () => {
  expect(findTemplate(templatesAtFirst, body())).toMatchObject({ template: { name: "sign_in_code", language: "de" } });
});

test.each([
  ["a name nobody made", templatesAtFirst, body("123456", { ...config, codeTemplate: "other" }), 132001],
  ["a language it is not made in", templatesAtFirst, body("123456", { ...config, codeTemplateLanguages: "nl" }), 132001],
  ["one that is still looked at", inState("PENDING"), body(), 132001],
  ["one that is paused", inState("PAUSED"), body(), 132015],
  ["one that is disabled", inState("DISABLED"), body(), 132016],
  ["a business-scoped user id", templatesAtFirst, { ...body(), to: undefined, recipient: "DE.1" }, 131062],
  ["a link for a code", templatesAtFirst, body("shop.example"), 131009],
])("Meta refuses %s", (_, templates, sent, code) => {
  expect(findTemplate(templates, sent)).toMatchObject({ trouble: { code } });
});

test("Meta refuses a code that stands only once", () => {
  const sent = body();
  const template = sent.template as { components: unknown[] };
  expect(findTemplate(templatesAtFirst, { ...sent, template: { ...template, components: template.components.slice(0, 1) } })).toMatchObject(
    {
      trouble: { code: 132000 },
    },
  );
});
