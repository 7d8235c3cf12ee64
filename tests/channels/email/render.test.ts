import { expect, test } from "vitest";
import { emailAdapter } from "#app/channels/email/adapter.ts";
import { markdownToHtml } from "#app/channels/email/markdown-html.ts";
import { type Block, languages } from "#app/channels/message.ts";

function renderOne(blocks: Block[], language: (typeof languages)[number] = "en"): { html: string; text: string } {
  const [part, ...more] = emailAdapter.render(blocks, { language, shopName: "Linden & Loom" });
  expect(more).toEqual([]);
  return { html: String(part?.body.html), text: String(part?.body.text) };
}

const quote: Block = {
  kind: "quote",
  title: "Your return",
  lines: [
    { label: "Wool blanket", amount: "€42.90" },
    { label: "Return shipping", amount: "−€4.00" },
  ],
  total: { label: "You get back", amount: "€38.90" },
  confirm: { id: "c|yes", title: "Return for €38.90" },
  others: [{ id: "c|no", title: "Keep it" }],
};

test("the plain twin reads well by itself", () => {
  const { text } = renderOne([
    { kind: "text", text: "Your **return** is ready. [Rules](https://linden-loom.example/rules)" },
    { kind: "progress", step: 4, of: 5, label: "Confirm", saved: [{ label: "Reason", value: "Too small" }] },
    quote,
  ]);
  expect(text).toBe(
    [
      "Your return is ready. Rules: https://linden-loom.example/rules",
      "",
      "4 of 5 · Confirm",
      "✓ Reason: Too small",
      "",
      "Your return",
      "Wool blanket: €42.90",
      "Return shipping: −€4.00",
      "You get back: €38.90",
      "1. Return for €38.90",
      "2. Keep it",
      "",
      "Just reply with the number, or in your own words.",
    ].join("\n"),
  );
});

test("the count of choices runs on through the whole mail", () => {
  const items: Block = {
    kind: "items",
    prompt: "Which items?",
    choiceId: "c|items|*",
    confirmLabel: "Go on",
    items: [
      { id: "1", title: "Rug", price: { amount: "80.00", currencyCode: "EUR" }, maxQuantity: 2 },
      { id: "2", title: "Mug", maxQuantity: 1, refused: "Final sale" },
      { id: "3", title: "Lamp", maxQuantity: 1 },
    ],
  };
  const { text } = renderOne([items, { kind: "choices", choices: [{ id: "c|staff", title: "Talk to a person" }] }]);
  expect(text).toContain("1. Rug · 80.00 EUR · up to 2\n2. Lamp\nMug: Final sale\n\n3. Talk to a person");
});

test.each(languages)("%s: what can be answered is said in the shopper's language", (language) => {
  const { text, html } = renderOne([quote], language);
  const hint = text.split("\n").at(-1) ?? "";
  expect(hint.length).toBeGreaterThan(20);
  if (language !== "en") expect(hint).not.toContain("reply with");
  expect(html).toContain(`<html lang="${language}">`);
});

test("an order shows its stages in words and its parcel as the one button", () => {
  const { html, text } = renderOne([
    {
      kind: "order",
      name: "#1001",
      status: "On its way",
      items: [{ title: "Wool blanket", variantTitle: "Moss", quantity: 2, imageUrl: "https://cdn.example/b.jpg" }],
      stages: [
        { label: "Shipped", at: "Thu 19 Nov", state: "done" },
        { label: "On its way", state: "present" },
        { label: "Delivered", state: "ahead" },
      ],
      trackingUrl: "https://carrier.example/t?a=1&b=2",
      trackingLabel: "Track parcel",
    },
  ]);
  expect(html).toMatch(/<a class="button" href="https:\/\/carrier\.example\/t\?a=1&amp;b=2" [^>]*line-height:20px[^>]*>Track parcel<\/a>/);
  expect(html).toContain('<img src="https://cdn.example/b.jpg" width="56" height="56" alt=""');
  expect(html).toContain("max-width:600px");
  expect(html).toContain("@media (prefers-color-scheme:dark)");
  expect(text).toBe(
    "#1001: On its way\n- 2 × Wool blanket, Moss\n✓ Shipped, Thu 19 Nov\n● On its way\n○ Delivered\nTrack parcel: https://carrier.example/t?a=1&b=2",
  );
});

test("nothing from outside becomes markup", () => {
  const evil = `<img src=x onerror=alert(1)>"'&</td></style><script>alert(1)</script>`;
  const { html } = renderOne([
    { kind: "text", text: `${evil} **${evil}** [${evil}](https://a.example/"onmouseover="x) # ${evil}` },
    { kind: "choices", prompt: evil, choices: [{ id: "a", title: evil, description: evil, imageUrl: `https://a.example/"x` }] },
    {
      kind: "order",
      name: evil,
      status: evil,
      items: [{ title: evil, quantity: 1 }],
      stages: [{ label: evil, state: "done" }],
      trackingUrl: "https://a.example/",
      trackingLabel: evil,
    },
    { kind: "items", prompt: evil, choiceId: "x", confirmLabel: evil, items: [{ id: "1", title: evil, maxQuantity: 1, refused: evil }] },
    { ...quote, title: evil, lines: [{ label: evil, amount: evil }], total: { label: evil, amount: evil } },
    { kind: "progress", step: 1, of: 2, label: evil, saved: [{ label: evil, value: evil }] },
    { kind: "link", label: evil, url: "https://a.example/?q=<b>\"'" },
  ]);
  expect(html).not.toMatch(/<script|<img src=x|onmouseover="x/);
  const tags = new Set([...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map((match) => match[1]));
  expect([...tags].sort()).toEqual([
    "!doctype",
    "a",
    "body",
    "br",
    "div",
    "head",
    "html",
    "img",
    "meta",
    "p",
    "strong",
    "style",
    "table",
    "td",
    "title",
    "tr",
  ]);
});

test.each([
  "javascript:alert(1)",
  "http://carrier.example/t",
  "data:text/html,x",
  "https://user:pass@a.example",
  "//a.example",
  "not an address",
])("%s is shown but never followed", (url) => {
  const { html, text } = renderOne([
    { kind: "link", label: "Look", url },
    { kind: "text", text: `[Look](${url})` },
  ]);
  expect(html).not.toContain("href=");
  expect(text).toContain(url);
});

test("markdown becomes the few tags a mail needs", () => {
  expect(markdownToHtml("# Returns\nWithin **30 days**, _unworn_.\n\n- rugs\n- lamps\n\n1. pack\n2. send\nhttps://a.example/x_y_z.")).toBe(
    [
      '<p class="text"><strong>Returns</strong></p>',
      '<p class="text">Within <strong>30 days</strong>, <em>unworn</em>.</p>',
      '<ul class="list"><li>rugs</li><li>lamps</li></ul>',
      '<ol class="list"><li>pack</li><li>send</li></ol>',
      '<p class="text"><a href="https://a.example/x_y_z" class="link">https://a.example/x_y_z</a>.</p>',
    ].join("\n"),
  );
});

test("the preview line of the inbox begins with the reply's own words", () => {
  const { html } = renderOne([{ kind: "text", text: "It left our warehouse **yesterday**." }]);
  expect(html).toContain('overflow:hidden;">It left our warehouse yesterday.</div>');
});

test("an empty reply is no mail", () => {
  expect(emailAdapter.render([], { language: "en", shopName: "Linden & Loom" })).toEqual([]);
  expect(emailAdapter.render([{ kind: "text", text: " \n" }], { language: "en", shopName: "Linden & Loom" })).toEqual([]);
});
