import { expect, test } from "vitest";
import { History, SandboxClock } from "#sandbox/double.ts";
import { TwilioDouble } from "#sandbox/twilio/twilio-double.ts";

const account = { accountSid: `AC${"1".repeat(32)}`, authToken: "token", sender: "+4930901821" };
const good = { To: "+4915112345678", From: account.sender, Body: "123456 is your code." };

function startTwilio() {
  const twilio = new TwilioDouble({ account, history: new History(), clock: new SandboxClock() });
  const send = (form: Partial<typeof good>, token = account.authToken) =>
    twilio.handle(
      new Request(`https://api.twilio.com/2010-04-01/Accounts/${account.accountSid}/Messages.json`, {
        method: "POST",
        headers: { authorization: `Basic ${Buffer.from(`${account.accountSid}:${token}`).toString("base64")}` },
        body: new URLSearchParams({ ...good, ...form }),
      }),
    );
  return { twilio, send };
}

test("Twilio takes an SMS and the phone reads it", async () => {
  const { twilio, send } = startTwilio();
  const answer = await send({});
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: "queued", num_segments: "1" });
  expect(twilio.inbox(good.To).map((sms) => sms.body)).toEqual([good.Body]);
});

test.each([
  ["a wrong auth token", {}, 401, 20003, "other"],
  ["a number that is none", { To: "0151 12345678" }, 400, 21211, undefined],
  ["no text", { Body: "" }, 400, 21602, undefined],
  ["1601 characters", { Body: "x".repeat(1601) }, 400, 21617, undefined],
  ["a sender of somebody else", { From: "+4930000000" }, 400, 21606, undefined],
])("Twilio refuses %s", async (_, form, status, code, token) => {
  const { twilio, send } = startTwilio();
  const answer = await send(form, token);
  expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([status, code]);
  expect(twilio.sent).toEqual([]);
});

test("Twilio sends nothing to who answered STOP", async () => {
  const { twilio, send } = startTwilio();
  twilio.optedOut.add(good.To);
  expect(await (await send({})).json()).toMatchObject({ code: 21610, status: 400 });
  expect(twilio.inbox(good.To)).toEqual([]);
});
