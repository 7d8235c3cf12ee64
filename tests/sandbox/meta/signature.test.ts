import { expect, test } from "vitest";
import { signBody, verificationChallenge, verifySignature } from "#app/integrations/meta/signature.ts";

const body = '{"text":"Gr\\u00fc\\u00dfe"}';

test("a body signed with any of the known secrets is genuine", () => {
  const header = signBody(body, "new");
  expect(verifySignature(body, header, ["old", "new"])).toBe(true);
  expect(verifySignature(Buffer.from(body), header.toUpperCase().replace("SHA256", "sha256"), ["new"])).toBe(true);
});

test.each([
  ["another body", `${body} `, signBody(body, "new"), ["new"]],
  ["another secret", body, signBody(body, "stolen"), ["new"]],
  ["no header", body, null, ["new"]],
  ["a short header", body, "sha256=00", ["new"]],
  ["the older algorithm", body, signBody(body, "new").replace("sha256", "sha1"), ["new"]],
  ["no secret set", body, signBody(body, ""), [""]],
  ["no secret at all", body, signBody(body, "new"), []],
])("%s is refused", (_, raw, header, secrets) => {
  expect(verifySignature(raw, header, secrets)).toBe(false);
});

test("the handshake echoes the challenge to who knows the token only", () => {
  const query = (token: string, mode = "subscribe") =>
    new URLSearchParams({ "hub.mode": mode, "hub.verify_token": token, "hub.challenge": "42" });
  expect(verificationChallenge(query("secret"), ["other", "secret"])).toBe("42");
  expect(verificationChallenge(query("wrong"), ["secret"])).toBeNull();
  expect(verificationChallenge(query(""), [""])).toBeNull();
  expect(verificationChallenge(query("secret", "unsubscribe"), ["secret"])).toBeNull();
});
