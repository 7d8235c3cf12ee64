import { afterEach, expect, test } from "vitest";
import { MailDevice } from "#sandbox/scenarios/mail-device.ts";
import type { World } from "#sandbox/world.ts";
import { type LogLine, logOf, sayHello, startOperatedWorld, until } from "./operated-world.ts";

let world: World | undefined;
afterEach(() => world?.stop());

test("one id follows a message from the webhook over every job to the vendor, and no line holds personal data", async () => {
  world = await startOperatedWorld({ LOG_LEVEL: "debug" });
  const canaries = { name: "Canaria Samplewoman", phone: "+491700000042", text: "hello, my budgie Kanarienvogel ate the parcel" };
  await sayHello(world, "DE.canary-user-id", canaries, canaries.text);
  const mail = new MailDevice(world, "canary.writer@example.com");
  await mail.say("Where is my Zebrafinkenhaus, order #CANARY7?");
  await mail.next();
  const lines = await until("the deliveries' ends", () => {
    const all = world ? logOf(world) : [];
    return all.filter((line) => line.msg === "job-ended" && line.task === "delivery.send").length === 2 && all;
  });

  const ingress = lines.find((line) => line.msg === "request-answered" && line.path === "/webhooks/whatsapp");
  expect(ingress).toMatchObject({ status: 200, channel: "whatsapp", requestId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const ofMessage = lines.filter((line) => line.requestId === ingress?.requestId);
  const jobs = ofMessage.filter((line) => line.msg === "job-ended").map((line) => line.task);
  expect(jobs).toEqual(expect.arrayContaining(["intake.channel", "turn", "delivery.plan", "delivery.send"]));
  const sent = ofMessage.find((line) => line.msg === "vendor-called" && line.operation === "send");
  expect(sent).toMatchObject({ vendor: "whatsapp", outcome: "ok", task: "delivery.send", jobId: expect.any(Number) });
  expect(sent?.deliveryId).toMatch(/^[0-9a-z]{26}$/);
  const conversations = new Set(ofMessage.flatMap((line) => line.conversationId ?? []));
  expect([...conversations]).toEqual([sent?.conversationId]);
  const mailed = lines.find((line) => line.msg === "mail-stored");
  expect(lines.some((line) => line.vendor === "email" && line.operation === "send" && line.requestId === mailed?.requestId)).toBe(true);
  for (const line of lines.filter((one) => one.msg === "job-ended")) expect(line.requestId).toBeDefined();

  const all = world.app.output.join("\n");
  const secrets = [
    "Canaria",
    "Samplewoman",
    "491700000042",
    "canary-user-id",
    "Kanarienvogel",
    "canary.writer",
    "Zebrafink",
    "CANARY7",
    "sandbox-whatsapp-token",
    "sandbox-api-secret",
    "shpat",
    "shpua",
  ];
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);

  // Whoever asks is told the id under which the log knows the request.
  const answer = await fetch(`${world.appUrl}/webhooks/whatsapp`, {
    method: "POST",
    body: "{}",
    headers: { "x-request-id": "chosen-outside" },
  });
  const told = answer.headers.get("x-request-id");
  expect(await answer.json()).toMatchObject({ requestId: told });
  const line = await until("the line", () => world && logOf(world).find((one) => one.msg === "request-refused"));
  expect(line).toMatchObject({ requestId: told, status: 401, path: "/webhooks/whatsapp" });
});

test("a message that was taken before a crash keeps its id after it", async () => {
  world = await startOperatedWorld({ LOG_LEVEL: "debug" });
  await world.app.stop();
  await world.startApp("intake.channel.before-commit");
  const phone = world.meta.phone("whatsapp", "DE.crash", { name: "Ada Sample", phone: "+491700000043" });
  const answered = new Promise<void>((resolve) => phone.onMessage((bubble) => bubble.from === "business" && resolve()));
  const said = phone.sendText("Hello");
  const dying = world.app;
  await dying.ended();
  const before = dying.output.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  const { requestId } = before.findLast((line) => line.path === "/webhooks/whatsapp");
  await world.startApp();
  await said;
  await answered;
  const isIntake = (line: LogLine) => line.msg === "job-ended" && line.task === "intake.channel";
  const intake = await until("the second try", () => world && logOf(world).find(isIntake));
  expect(intake.requestId).toBe(requestId);
});
