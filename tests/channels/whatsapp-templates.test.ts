import { expect, test } from "vitest";
import {
  filledTemplate,
  type MessageTemplate,
  readTemplate,
  sentTemplate,
  slotProblem,
  templateSlots,
} from "#app/channels/whatsapp/message-template.ts";
import { meaningOf, suggestedValues } from "#app/domain/staff/template-values.ts";
import { findTemplate, listTemplates, type Template } from "#sandbox/meta/templates.ts";

const base: Template = {
  name: "one",
  language: "en",
  category: "UTILITY",
  status: "APPROVED",
  text: "Hi {{2}}, order #{{1}} and {{2}} again.",
};

/** As Graph lists it. */
async function asListed(template: Template): Promise<MessageTemplate> {
  const address = new URL(
    "https://graph.example/v26.0/1/message_templates?fields=name,language,status,category,parameter_format,components",
  );
  const { data } = (await listTemplates([template], address).json()) as { data: unknown[] };
  const read = readTemplate(data[0]);
  if (!read) throw new Error("It was not read.");
  return read;
}
const sent = (template: MessageTemplate, values: Record<string, string>) => {
  const { name, language, components } = sentTemplate(template, values);
  return { to: "1", type: "template", template: { name, language: { code: language }, components } };
};

test.each<[string, Template, Record<string, string>, string]>([
  ["places out of their order, one of them twice", base, { "body.1": "1001", "body.2": "Ada" }, "Hi Ada, order #1001 and Ada again."],
  [
    "named places",
    { ...base, parameter_format: "NAMED", text: "Hi {{name}}: {{news}}" },
    { "body.name": "Ada", "body.news": "it\n is  here" },
    "Hi Ada: it is here",
  ],
  ["no place at all", { ...base, text: "We are here again." }, {}, "We are here again."],
  [
    "a place in the header and one in an address",
    {
      ...base,
      text: "Hello",
      header: { format: "TEXT", text: "Order {{1}}" },
      buttons: [
        { type: "QUICK_REPLY", text: "Ok" },
        { type: "URL", text: "See", url: "https://a.example/{{1}}" },
      ],
    },
    { "header.1": "#1", "button.1": "x" },
    "Hello",
  ],
])("Meta takes %s as we fill it in, and the words are what arrives", async (_, template, values, words) => {
  const read = await asListed(template);
  expect(slotProblem(read, values)).toBeNull();
  expect(filledTemplate(read, values).body).toBe(words);
  expect(findTemplate([template], sent(read, values))).toEqual({ template });
});

test.each<[string, Template, unknown[], number]>([
  ["too few values", base, [{ type: "body", parameters: [{ type: "text", text: "1" }] }], 132000],
  [
    "values without names for named places",
    { ...base, parameter_format: "NAMED", text: "Hi {{name}}" },
    [{ type: "body", parameters: [{ type: "text", text: "Ada" }] }],
    100,
  ],
  ["no end of an address", { ...base, text: "Hi", buttons: [{ type: "URL", text: "See", url: "https://a.example/{{1}}" }] }, [], 132000],
  ["no picture where one is wanted", { ...base, text: "Hi", header: { format: "IMAGE" } }, [], 132012],
  ["a line break", { ...base, text: "Hi {{1}}" }, [{ type: "body", parameters: [{ type: "text", text: "a\nb" }] }], 132018],
])("Meta refuses %s", (_, template, components, code) => {
  const body = { to: "1", template: { name: "one", language: { code: "en" }, components } };
  expect(findTemplate([template], body)).toMatchObject({ trouble: { code } });
});

test("what needs more than words is known, whatever Meta lists", async () => {
  const needing: Partial<Template>[] = [
    { header: { format: "VIDEO" } },
    { buttons: [{ type: "COPY_CODE", text: "Copy" }] },
    { buttons: [{ type: "FLOW", text: "Open" }] },
    { buttons: [{ type: "URL", text: "Open", url: "javascript:alert(1)" }] },
  ];
  for (const more of needing) expect((await asListed({ ...base, ...more })).needsMore).toBe(true);
  expect((await asListed(base)).needsMore).toBe(false);
  expect(readTemplate({ name: "x", language: "en", components: [{ type: "CAROUSEL" }, { type: "BODY", text: "Hi" }] })?.needsMore).toBe(
    true,
  );
  for (const odd of [null, 1, {}, { name: "x" }, { name: "x", language: "en", components: [{ type: "BODY" }] }])
    expect(readTemplate(odd)).toBeUndefined();
});

test.each([
  ["Hi {{1}}!", "first_name"],
  ["Hallo {{1}}, schön", "first_name"],
  ["Bonjour {{1}},", "first_name"],
  ["¡Hola {{1}}!", "first_name"],
  ["Olá, {{1}}", "first_name"],
  ["Ciao {{1}}", "first_name"],
  ["Beste {{1}},", "first_name"],
  ["Your order {{1}} is here", "order"],
  ["Deine Bestellung Nr. {{1}}", "order"],
  ["votre commande {{1}}", "order"],
  ["Seu pedido nº {{1}}", "order"],
  ["Hi {{customer_name}}", "first_name"],
  ["x {{order_id}}", "order"],
  ["x {{tracking_url}}", "tracking_link"],
  ["x {{agent_name}}", "my_name"],
  ["x {{shop_name}}", "shop"],
  ["It comes on {{1}}", null],
  ["x {{pickup_place}}", null],
])("%s: the place stands for %s", async (text, meaning) => {
  const [slot] = templateSlots(await asListed({ ...base, text }));
  expect(slot && meaningOf(slot)).toBe(meaning);
});

test("a sign that stands there already is not put in twice; what nobody knows stays empty", async () => {
  const slots = templateSlots(await asListed(base));
  expect(suggestedValues(slots, { order: "#1001", first_name: null })).toEqual({ "body.1": "1001", "body.2": "" });
});
