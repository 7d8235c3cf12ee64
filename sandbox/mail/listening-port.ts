import type { Server } from "node:net";

/** The port the system gave a server that listens on port 0. */
export function listeningPort(server: Pick<Server, "address">): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server is not listening.");
  return address.port;
}
