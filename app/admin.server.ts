import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import express from "express";

export type Admin = (request: IncomingMessage, response: ServerResponse) => void;

/** The embedded admin and the pages behind links: Remix, loaded on first use so that webhooks never wait for it. */
export async function loadAdmin(): Promise<Admin> {
  const built = new URL("../build/server/index.js", import.meta.url);
  const build = await import(built.href);
  const app = express();
  app.disable("x-powered-by");
  // The app stands behind one proxy that ends TLS; links in it must carry the public scheme.
  app.set("trust proxy", true);
  app.use("/assets", express.static(new URL("../build/client/assets", import.meta.url).pathname, { immutable: true, maxAge: "1y" }));
  app.use(express.static(new URL("../build/client", import.meta.url).pathname, { maxAge: "1h" }));
  app.all("*", createRequestHandler({ build }));
  return app;
}
