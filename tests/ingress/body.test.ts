import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { readBody } from "#app/ingress/http.ts";

test.each([0, 60])("a sender who goes away in the middle leaves nobody waiting, %i ms before the body is read", async (late) => {
  const server = createServer();
  const read = new Promise<string>((resolve) => {
    server.on("request", async (request, response) => {
      await new Promise((wait) => setTimeout(wait, late));
      resolve(await readBody(request, 1_000).then(String, (error: Error) => error.message));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  setTimeout(() => socket.destroy(), 30);
  expect(await read).toMatch(/aborted|went away/);
  server.close();
});
