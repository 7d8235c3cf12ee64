import { readFileSync } from "node:fs";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { ShopperMailbox } from "#sandbox/mail/shopper-mailbox.ts";
import type { Phone } from "#sandbox/meta/phone.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import type { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

const word = "Quokkafield";

/** Somebody whose every word and address can be told from everybody else's, on all four channels at once. */
export type Canary = {
  email: string;
  customerId: string;
  orderName: string;
  browser: Browser;
  whatsapp: Phone;
  instagram: Phone;
  mailbox: ShopperMailbox;
  /** What must not be found anywhere once the shopper is erased. */
  traces: string[];
};

export async function meetCanary(house: House): Promise<Canary> {
  const { email, phone, customerId, order } = createShopper(house, { arrived: false });
  const bsuid = `DE.${phone.slice(2)}77`;
  const scoped = `66${phone.slice(3)}`;
  const person = { name: `Zephyrina ${word}` };
  const whatsapp = house.meta.phone("whatsapp", bsuid, { ...person, phone });
  const instagram = house.meta.phone("instagram", scoped, person);
  const mailbox = house.mail.mailbox(email);
  const browser = await house.browser(customerId);
  await browser.say(`where is my order? I am ${word}Widget`);
  await house.rest();
  await whatsapp.sendText(`where is order ${order.name}? ${word}Whatsapp`);
  await house.rest();
  // The account's mailbox is proven; the two phones become the same shopper by a code that goes there.
  for (const device of [whatsapp, instagram]) await proveByCode(house, device, mailbox, email);
  await mailbox.send({ to: house.mail.shopAddress, subject: `${word}Subject`, text: `how long can I send things back? ${word}Mail` });
  await until(async () => (await house.database.prisma.message.count({ where: { channel: "email", author: "shopper" } })) > 0);
  await house.rest();
  await leaveMore(house, email);
  return {
    email,
    customerId,
    orderName: order.name,
    browser,
    whatsapp,
    instagram,
    mailbox,
    traces: [word, email, email.toUpperCase(), phone.slice(1), bsuid, scoped, "Zephyrina", await visitorOf(house, email)],
  };
}

async function proveByCode(house: House, device: Phone, mailbox: ShopperMailbox, email: string): Promise<void> {
  await device.sendText(`I want to return something. ${word}Return`);
  await house.rest();
  if (!textsOf(device).some((text) => /code/i.test(text) && !/write the e-mail/i.test(text))) {
    await device.sendText(email);
    await house.rest();
  }
  const mail = mailbox.inbox.findLast((one) => /is your code/.test(one.subject));
  await device.sendText(/^(\d{6})/.exec(mail?.subject ?? "")?.[1] ?? "no code came");
  await house.rest();
}

/** What only staff, a failed job or a vendor leaves behind. */
async function leaveMore(house: House, email: string): Promise<void> {
  const { prisma } = house.database;
  const shopId = await house.shopId();
  const identity = await prisma.identity.findFirstOrThrow({ where: { kind: "email", externalId: email } });
  const at = house.clock.now();
  const job = {
    shopId,
    task: "identity.send-code",
    lane: "think",
    attempts: 6,
    maxAttempts: 6,
    fence: 6,
    state: "dead",
    createdAt: at,
    runAt: at,
  };
  await prisma.job.create({ data: { ...job, payload: { codeId: newId(), claimed: { email } }, lastError: "VendorError" } });
  const own = await prisma.identity.findMany({ where: { shopId, conversationId: identity.conversationId } });
  const row = await prisma.case.findFirstOrThrow({ where: { shopId, identityId: { in: own.map((one) => one.id) } } });
  const effect = {
    caseId: row.id,
    kind: "return-request",
    key: "canary",
    input: {},
    state: "done",
    attempts: 1,
    createdAt: at,
    updatedAt: at,
  };
  const link = { purpose: "prove", hash: newId(), identityId: identity.id, createdAt: at, expiresAt: at };
  const message = await prisma.message.findFirstOrThrow({ where: { shopId, identityId: { in: own.map((one) => one.id) } } });
  const translation = {
    messageId: message.id,
    identityId: message.identityId,
    language: "fr",
    by: "model",
    doubtful: false,
    createdAt: at,
  };
  await house.database.commit([
    insert("Draft", { identityId: identity.id, shopId, caseId: "none", expecting: "reason", text: `${word}Draft`, items: [], savedAt: at }),
    insert("GiftTry", { id: newId(), shopId, identityId: identity.id, orderKey: "none", createdAt: at }),
    insert("ReplyDraft", {
      id: newId(),
      shopId,
      identityId: identity.id,
      channel: "email",
      account: "none",
      caseId: "none",
      blocks: [{ kind: "text", text: `${word}Reply` }],
      language: "en",
      standsOn: [],
      messageIds: [],
      throughSeq: 0,
      introduces: false,
      createdAt: at,
    }),
    insert("VoiceExample", {
      id: newId(),
      shopId,
      identityId: identity.id,
      language: "en",
      draft: `${word}Before`,
      edited: `${word}After`,
      createdAt: at,
    }),
    insert("Satisfaction", {
      id: newId(),
      shopId,
      identityId: identity.id,
      caseId: row.id,
      channel: "email",
      score: 3,
      comment: `${word}Kind`,
      at,
    }),
    insert("Lesson", {
      id: newId(),
      shopId,
      identityId: identity.id,
      messageId: message.id,
      kind: "gap",
      question: `${word}Asked`,
      said: "",
      proposal: `${word}Right`,
      by: "Sam",
      state: "open",
      createdAt: at,
    }),
    insert("Preference", { id: newId(), shopId, identityId: identity.id, kind: "size", value: `${word}Size`, statedAt: at }),
    insert("Translation", { id: newId(), shopId, ...translation, text: `${word}Mot` }),
    insert("Effect", { id: newId(), shopId, ...effect, result: { name: `${word}R1` } }),
    insert("SignedLink", { id: newId(), shopId, ...link }),
    insert("Audit", { id: newId(), shopId, at, actor: "Sam", action: "taken-over", subject: identity.conversationId, detail: {} }),
    insert("StaffNote", { id: newId(), shopId, identityId: identity.id, author: "Sam", text: `${word}Note`, createdAt: at }),
    insert("Mention", {
      id: newId(),
      shopId,
      identityId: identity.id,
      noteId: newId(),
      memberId: newId(),
      name: `${word}Meant`,
      createdAt: at,
    }),
    insert("StaffDraft", {
      id: newId(),
      shopId,
      identityId: identity.id,
      staffId: "1",
      kind: "reply",
      text: `${word}Begun`,
      files: "",
      startedAt: at,
      savedAt: at,
    }),
    insert("HeldReply", {
      id: newId(),
      shopId,
      identityId: identity.id,
      channel: "email",
      account: "care",
      clientId: newId(),
      staffId: "1",
      author: "Sam",
      text: `${word}Held`,
      state: "failed",
      reason: "window-closed",
      dueAt: at,
      createdAt: at,
    }),
    insert("Suggestion", {
      id: newId(),
      shopId,
      oneId: identity.id,
      otherId: newId(),
      score: 50,
      reasons: [{ kind: "same-order", about: `#${word}` }],
      against: [],
      createdAt: at,
      updatedAt: at,
    }),
    insert("ReplayRun", {
      id: newId(),
      shopId,
      fileName: "march.csv",
      state: "done",
      total: 1,
      startedAt: at,
      report: { wrong: [{ text: `this is ${email}` }] },
    }),
    insert("PolicyTrialLine", {
      id: newId(),
      shopId,
      trialId: newId(),
      place: 0,
      kind: "refused",
      orderName: `#${word}`,
      item: "Dress",
      before: {},
      after: {},
      askedAt: at,
      hasReturn: false,
      createdAt: at,
    }),
    insert("StaffFile", {
      id: newId(),
      shopId,
      identityId: identity.id,
      file: "cd".repeat(32),
      kind: "pdf",
      name: `Label ${word}.pdf`,
      bytes: 1,
      createdAt: at,
    }),
    insert("Photo", {
      id: newId(),
      shopId,
      identityId: identity.id,
      messageId: newId(),
      place: 0,
      state: "refused",
      problem: "kind",
      createdAt: at,
    }),
    insert("Withdrawal", {
      id: newId(),
      shopId,
      key: "canary",
      reference: "W-0000-0000",
      caseId: row.id,
      identityId: identity.id,
      orderName: "#1",
      contact: email,
      channel: "page",
      language: "en",
      proven: false,
      statements: [{ at: at.toISOString(), channel: "page", name: `Zephyrina ${word}`, items: `${word}Items` }],
      statedAt: at,
    }),
    insert("Begun", {
      id: newId(),
      shopId,
      key: "canary",
      identityId: identity.id,
      kind: "update",
      blocks: [{ kind: "text", text: `${word}News` }],
      template: { order: `${word}Order`, news: `${word}News` },
      urgent: true,
      counted: true,
      ifUnreachable: "staff",
      onlyInWindow: false,
      state: "waiting",
      reason: "window-closed",
      createdAt: at,
    }),
    insert("Obligation", {
      id: newId(),
      shopId,
      identityId: identity.id,
      messageId: newId(),
      about: "refund",
      by: "staff",
      dueAt: at,
      wholeDay: true,
      state: "open",
      madeAt: at,
    }),
    insert("OutwardEvent", {
      id: newId(),
      shopId,
      identityId: identity.id,
      caseId: row.id,
      type: "case.opened",
      at,
      data: { orderName: `#${word}` },
    }),
    insert("ReturnLabel", {
      id: newId(),
      shopId,
      returnId: "gid://shopify/Return/1",
      returnName: `#${word}-R1`,
      orderId: "gid://shopify/Order/1",
      orderName: `#${word}`,
      caseId: row.id,
      identityId: identity.id,
      method: "own",
      state: "recorded",
      url: "https://labels.example.com/label.pdf",
      ownNumber: word,
      createdAt: at,
    }),
    insert("Ticket", {
      id: newId(),
      shopId,
      connectionId: "none",
      caseId: row.id,
      identityId: identity.id,
      externalId: "1001",
      toldSeq: 0,
      createdAt: at,
    }),
    insert("OutwardSend", {
      id: newId(),
      shopId,
      connectionId: "none",
      eventId: newId(),
      identityId: identity.id,
      caseId: row.id,
      type: "case.opened",
      state: "sent",
      attempts: 1,
      createdAt: at,
    }),
    insert("Consent", { id: newId(), shopId, identityId: identity.id, state: "out", source: "shopper-word", at }),
    insert("AccessLog", { id: newId(), shopId, at, actor: "42", what: "conversation", subject: identity.conversationId }),
  ]);
  house.shopify.requestCompliance("customers/data_request", email);
  await house.rest();
  // SQLite looks at its tables again, and keeps samples of keys.
  await house.database.exclusively((prepare) => prepare("ANALYZE").run());
}

async function visitorOf(house: House, email: string): Promise<string> {
  const mailbox = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "email", externalId: email } });
  const widget = await house.database.prisma.identity.findFirstOrThrow({
    where: { kind: "widget", conversationId: mailbox.conversationId },
  });
  return widget.externalId;
}

/** How often any of the traces stands in the bytes of the database's files. */
export function hitsIn(path: string, traces: string[]): string[] {
  return ["", "-wal", "-shm"].flatMap((suffix) => {
    const bytes = readOrEmpty(path + suffix);
    return traces.flatMap((trace) => (bytes.includes(trace) ? [`${trace} in db${suffix}`] : []));
  });
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not come to that.");
}
