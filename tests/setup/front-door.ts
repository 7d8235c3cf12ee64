import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { frontDoor } from "#app/ingress/front-door.server.ts";

/** The front door on a loopback port, without jobs behind it: what is stored stays to be looked at. */
export async function openFrontDoor(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void frontDoor(request, response).then((handled) => {
      if (!handled) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
