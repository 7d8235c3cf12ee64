import type { Patch } from "#sandbox/broken-copy.ts";

/** A guard, how to take it out, and the tests that should notice. */
export type Guard = { name: string; patches: Patch[]; tests: string[] };

const attack = (name: string): string => `tests/attacks/${name}`;
const one = (name: string, file: string, find: string, replace: string, ...tests: string[]): Guard => ({
  name,
  patches: [{ file, find, replace }],
  tests,
});

const verify = "app/integrations/shopify-admin/verify.ts";
const session = "app/ingress/widget-session.server.ts";
const codes = "app/domain/identity/one-time-code.server.ts";
const links = "app/domain/identity/signed-link.server.ts";
const authentication = "app/channels/email/authentication-results.ts";
const confirm = "app/flows/return/slots/confirm.ts";
const model = "app/pipeline/assistant/guard.ts";
const terms = "app/integrations/shopify-admin/search-terms.ts";
const migration = "prisma/migrations/20261120000000_start/migration.sql";

const [t01, t02, t04, t05, t13, t14, t15, t16, pages] = [
  attack("t01-order-guessing"),
  attack("t02-search-syntax"),
  attack("t04-forged-mail"),
  attack("t05-reply-tokens"),
  attack("t13-one-time-codes"),
  attack("t14-webhooks"),
  attack("t15-app-proxy"),
  attack("t16-widget-sessions"),
  attack("t20-pages"),
];

/** Guards that are named; those of the tenants are found in the source, see tenant-guards.ts. */
export const guards: Guard[] = [
  one(
    "signature of Shopify's webhooks",
    verify,
    `return signedByOne(rawBody, Buffer.from(hmacHeader, "base64"), secrets);`,
    "return true;",
    t14,
  ),
  one(
    "a webhook's body names its shop and topic",
    "app/pipeline/intake/store-event.server.ts",
    "if (!isAboutThisShop(topic, body, raw.account)) {",
    "if (topic === undefined) {",
    t14,
  ),
  one("signature of Meta's webhooks", "app/integrations/meta/signature.ts", "  return valid;", "  return true;", t14),
  one("unique key of raw events", migration, `CREATE UNIQUE INDEX "RawEvent_`, `CREATE INDEX "RawEvent_`, t14),
  one("signature of the app proxy", verify, `return refuse(401, "The signature is wrong.");`, "Buffer.alloc(0);", t15),
  one("one of each reserved parameter", verify, "if (parameters.get(name)?.length !== 1)", "if (!parameters.get(name))", t15),
  one("no equals sign in a signed parameter", verify, "if (ambiguous)", `if (ambiguous && one("shop") === "")`, t15),
  one("age of a signed address", verify, "if (age > maximumAge)", "if (age > 1e9)", t15),
  one(
    "form of a shop's domain",
    verify,
    "return /^[a-z0-9][a-z0-9-]{0,62}\\.myshopify\\.com$/.test(text);",
    "return text !== '';",
    t15,
    t14,
  ),
  one("a session ends", session, "if (!row || row.expiresAt <= now())", "if (!row)", t16),
  one("a login ends the tokens from before it", session, "    ...endOf(visitor, { customerId: null }),\n", "", t16),
  one(
    "a session belongs to its login",
    session,
    "(loggedIn ? await isCustomer(known.identity, customerId) : true)",
    "(loggedIn || customerId === null || known.customerId !== undefined)",
    t16,
  ),
  one(
    "tokens are kept as hashes",
    "app/platform/crypto.server.ts",
    `return createHash("sha256").update(token).digest("base64url");`,
    "return token;",
    t16,
  ),
  one(
    "an open stream ends with its token",
    "app/ingress/widget-stream.server.ts",
    "      await requireWidgetSession(request).catch(() => response.end());",
    "      await follow();",
    t16,
  ),
  one("a page outside the admin is not framed, old browsers", "app/ingress/plain-page.ts", `    "X-Frame-Options": "DENY",\n`, "", t16),
  one(
    "a page outside the admin is not framed",
    "app/platform/content-policy.ts",
    `    "frame-ancestors": ["'none'"],\n    "base-uri"`,
    `    "base-uri"`,
    t16,
  ),
  one(
    "the admin is framed by its own shop only",
    "app/platform/content-policy.ts",
    `shop ? [...shopAddress, shopifyAdmin] : ["'none'"]`,
    `["https:"]`,
    "tests/e2e/content-policy",
  ),
  one("tries of a code", codes, "{ triesLeft: increment(-1) }", "{ triesLeft: increment(0) }", t13),
  one(
    "parallel tries do not share one",
    codes,
    "triesLeft: row.triesLeft, usedAt: null }, { triesLeft",
    "usedAt: null }, { triesLeft",
    t13,
  ),
  one("codes an hour for who asks", codes, "if (asked >= codesPerHour)", "if (asked < 0)", t13),
  {
    name: "codes an hour for who receives",
    patches: [
      {
        file: codes,
        find: "  if ((await others()) >= codesPerHour) return refuseFlood(shopId, row, targetId);\n  const digits",
        replace: "  const digits",
      },
      {
        file: codes,
        find: "  if ((await others()) >= codesPerHour) return refuseFlood(shopId, row, targetId);\n  return",
        replace: "  return",
      },
    ],
    tests: [t13],
  },
  one("a code ends", codes, "const lifeMinutes = 10;", "const lifeMinutes = 100_000;", t13),
  one("a code is not from the future", codes, "usedAt: null, createdAt: madeBy(at), expiresAt", "usedAt: null, expiresAt", t13),
  one(
    "a code belongs to who asked",
    codes,
    "where: { shopId, identityId, caseId: { in: caseIds }, usedAt: null, createdAt",
    "where: { shopId, caseId: { in: caseIds }, usedAt: null, createdAt",
    t13,
  ),
  one(
    "a code works once",
    codes,
    'update("OneTimeCode", { id: row.id, usedAt: null }, { usedAt: at }, 1)',
    'update("OneTimeCode", { id: row.id }, { usedAt: null })',
    t13,
  ),
  one(
    "a proof link works once",
    links,
    '[update("SignedLink", { id: link.id, usedAt: null }, { usedAt: at }, 1), ...extra],',
    "extra,",
    "tests/domain/identity/one-time-code",
  ),
  one(
    "a continue code works once",
    "app/domain/identity/continue-code.server.ts",
    '[update("SignedLink", { id: linkId, usedAt: null }, { usedAt: at, otherId: redeemerId }, 1)],',
    "[],",
    "tests/domain/identity/one-time-code",
    "tests/attacks/t07-forwarded-continue",
  ),
  one(
    "a yes is for the quote on its button",
    confirm,
    "if (shownQuote && shownQuote.hash.slice(0, hashLength) === value)",
    "if (shownQuote)",
    "tests/flows/return-yes",
  ),
  one(
    "a yes is for the present quote",
    confirm,
    "state.shownQuote?.hash === quote.hash",
    "state.shownQuote !== undefined",
    "tests/flows/return-yes",
  ),
  one(
    "a model's facts are ours",
    model,
    "  if (found.length !== wanted.length || found.some((fact, index) => fact !== wanted[index])) return false;\n",
    "",
    "tests/assistant/guard",
  ),
  one(
    "a model's links are ours",
    model,
    "isWeb && !url.username && allowedHosts.some((host) => host.toLowerCase() === url.host)",
    "isWeb",
    "tests/assistant/guard",
  ),
  one(
    "the receiving mail server is pinned",
    authentication,
    "if (!parsed || parsed.authServer !== trustedAuthServer)",
    "if (!parsed)",
    t04,
  ),
  one(
    "the verdict is for the sender's domain",
    authentication,
    `verdict.properties.get("header.from") === fromDomain`,
    `verdict.properties.has("header.from")`,
    t04,
  ),
  one("the verdict is a pass", authentication, `verdict?.result === "pass"`, "verdict !== undefined", t04),
  one(
    "an unproven sender is somebody else",
    "app/channels/email/parse.ts",
    "mail.authentic ? from.address",
    "from.address ? from.address",
    t04,
  ),
  one(
    "signature of reply tokens",
    "app/channels/email/reply-token.ts",
    "return signed.includes(true) ? conversationId : null;",
    "return signed.length > 0 ? conversationId : null;",
    t05,
    "tests/channels/email/reply-token",
  ),
  one(
    "proof is asked for before a flow begins",
    "app/pipeline/assistant/advance-case.ts",
    `return atLeast(best === "verified" && isFresh(provenAt, turn.now) ? "fresh" : best, needed) ? null : needed;`,
    `return best === "verified" && isFresh(provenAt, turn.now) ? null : null;`,
    t01,
  ),
  one(
    "proof is for the contact on the order",
    "app/domain/identity/standing.ts",
    `if (standing.verified.some(onOrder)) return "verified";`,
    `if (standing.verified.some(onOrder) || order) return "verified";`,
    "tests/domain/identity/one-time-code",
  ),
  one("alphabet of order names", terms, "if (!orderName.test(text)) return null;", "", t02),
  one("alphabet of addresses", terms, "if (canonical.length > 254 || !email.test(canonical)) return null;", "", t02),
  one(
    "what is found is compared",
    "app/integrations/shopify-admin/orders.server.ts",
    "orders.nodes.filter((node) => fits(toOrderFacts(node)))",
    "orders.nodes.filter(() => fits !== undefined)",
    t02,
  ),
  one("a page of another shop is not there", "app/routes/app.inbox.$conversationId.tsx", "  if (!thread) throw notFound();\n", "", pages),
  one(
    "a proof taken back belongs to the conversation",
    "app/routes/app.shoppers.$conversationId.tsx",
    "  if (!thread?.evidence.some((edge) => edge.id === form.evidenceId)) throw notFound();\n",
    "",
    pages,
  ),
  one(
    "how often a widget may post",
    "app/ingress/limits.server.ts",
    "points: 20, seconds: 10",
    "points: 20_000_000, seconds: 10",
    "tests/ingress/limits",
  ),
  one(
    "a commit waits for the disk",
    "app/platform/db/log-sync-sqlite.server.ts",
    "await this.#sync(this.#descriptor);",
    "void this.#sync(this.#descriptor);",
    "tests/platform/durability",
  ),
  one("others have their turn", "app/platform/db/gate.ts", "this.#lastWasUrgent = urgent;", "", "tests/platform/gate"),
  one("size of a body, declared", "app/ingress/http.ts", "if (declared > limit)", "if (declared < 0)", t14),
  one("size of a body, counted", "app/ingress/http.ts", "if (size <= limit)", "if (size >= 0)", "tests/ingress/webhooks"),
];
