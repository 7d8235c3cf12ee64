import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the app's environment is in tests: obvious values, no network, a database in memory. */
export const testEnvironment: Record<string, string> = {
  SHOPIFY_API_KEY: "test-api-key",
  SHOPIFY_API_SECRET: "test-api-secret",
  SHOPIFY_APP_URL: "https://app.example",
  SCOPES: "read_orders,write_returns",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  META_APP_SECRET: "test-meta-secret",
  META_VERIFY_TOKEN: "test-verify-token",
  PRIVATE_MAIL_HOSTS: "127.0.0.1",
  DATABASE_PATH: ":memory:",
  PHOTOS_DIR: join(tmpdir(), `onethread-photos-${process.pid}`),
  LOG_LEVEL: "silent",
};

for (const [name, value] of Object.entries(testEnvironment)) process.env[name] ??= value;
