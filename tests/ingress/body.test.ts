import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readBody } from "#app/ingress/http.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

test.each([0, 60])("a sender who goes away in the middle leaves nobody waiting, %i ms before the body is read", async (late) => {
  const read = new Promise<string>((resolve) => {
    server = createServer(async (request, response) => {
      await new Promise((wait) => setTimeout(wait, late));
      resolve(await readBody(request, 1_000).then(String, (error: Error) => error.message));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const socket = connect((server?.address() as AddressInfo).port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  setTimeout(() => socket.destroy(), 30);
  expect(await read).toMatch(/aborted|went away/);
});
