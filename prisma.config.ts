import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { defineConfig } from "prisma/config";

// The WASM schema engine through the driver adapter: nothing is downloaded. The url in the schema is ignored.
export default defineConfig({
  experimental: { adapter: true },
  engine: "js",
  schema: "prisma/schema.prisma",
  adapter: async () =>
    new PrismaBetterSQLite3({ url: process.env.DATABASE_PATH ?? ".data/onethread.db" }, { timestampFormat: "unixepoch-ms" }),
});
