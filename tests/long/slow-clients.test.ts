import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { World } from "#sandbox/world.ts";

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

/** Sends a beginning and then a byte a second. Resolves with the seconds until the door is shut. */
function trickle(beginning: string): Promise<number> {
  const { hostname, port } = new URL(world.appUrl);
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(beginning));
    const drip = setInterval(() => socket.write("a"), 1_000);
    socket.on("error", () => undefined);
    socket.on("data", () => undefined);
    socket.on("close", () => {
      clearInterval(drip);
      resolve((performance.now() - started) / 1000);
    });
  });
}

test("whoever sends headers or a body a byte at a time is cut off, and others are answered meanwhile", { timeout: 90_000 }, async () => {
  const head = "POST /widget/messages HTTP/1.1\r\nHost: app\r\n";
  const slow = [trickle(head), trickle(`${head}Content-Length: 5000\r\n\r\n`)];
  const crowd = Array.from({ length: 200 }, () => trickle(head));
  expect((await fetch(`${world.appUrl}/healthz`)).status).toBe(200);
  const [headers = 0, body = 0] = await Promise.all(slow);
  expect(headers).toBeLessThan(20);
  expect(body).toBeLessThan(40);
  await Promise.all(crowd);
});
