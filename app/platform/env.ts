import path from "node:path";
import { z } from "zod";
import { EnvironmentError } from "./environment-error.ts";

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
const keyRing = z
  .string()
  .refine((text) => list(text).every((entry) => /^[\w-]+:/.test(entry) && Buffer.from(entry.split(":")[1] ?? "", "base64").length === 32), {
    message: "must be a list of name:key, each key 32 bytes in base64 (make one with: openssl rand -base64 32)",
  });

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_PATH: z.string().default(".data/onethread.db"),
  PHOTOS_DIR: z.string().optional(),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SHOPIFY_PREVIOUS_API_SECRET: z.string().min(1).optional(),
  SHOPIFY_APP_URL: z.url(),
  SHOPIFY_DISTRIBUTION: z.enum(["AppStore", "SingleMerchant"]).default("AppStore"),
  SCOPES: z.string().min(1),
  ENCRYPTION_KEYS: keyRing,
  SHOPIFY_CUSTOMER_ACCOUNT_CLIENT_ID: z.string().min(1).optional(),
  SHOPIFY_CUSTOMER_ACCOUNT_CLIENT_SECRET: z.string().min(1).optional(),
  META_APP_SECRET: z.string().min(1).optional(),
  INSTAGRAM_APP_SECRET: z.string().min(1).optional(),
  META_PREVIOUS_APP_SECRET: z.string().min(1).optional(),
  INSTAGRAM_PREVIOUS_APP_SECRET: z.string().min(1).optional(),
  META_VERIFY_TOKEN: z.string().min(8).optional(),
  GEMINI_API_KEY: z.string().min(1).optional(),
  GEMINI_MODEL: z.string().default("gemini-3.8-flash"),
  GEMINI_SECOND_MODEL: z.string().default("gemini-3.1-flash-lite"),
  GEMINI_EMBEDDING_MODEL: z.string().default("gemini-embedding-001"),
  PRIVATE_MAIL_HOSTS: z.string().default(""),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(14),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** What is wrong with a value, as the end of a sentence. */
function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "too_small")
    return `must ${issue.origin === "string" ? `have ${issue.minimum} characters or more` : `be ${issue.minimum} or more`}`;
  if (issue?.code === "too_big") return `must be ${issue.maximum} or less`;
  return (issue?.message ?? "is malformed").replace(/^Invalid/, "is an invalid");
}

/** Reads the environment. Throws EnvironmentError with one sentence for the first variable that is wrong. */
export function readEnvironment(source: Record<string, string | undefined>) {
  // An empty variable is an absent one: hosts often set them so.
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (!result.success) {
    const issue = result.error.issues[0];
    const name = String(issue?.path[0] ?? "A variable");
    const what = name in present ? problemOf(issue) : "is not set";
    throw new EnvironmentError(`The environment variable ${name} ${what}; see .env.example for what it should hold.`);
  }
  const value = result.data;
  return {
    port: value.PORT,
    host: value.HOST,
    trustedProxies: value.TRUST_PROXY,
    databasePath: value.DATABASE_PATH,
    photosFolder: path.resolve(value.PHOTOS_DIR ?? path.join(path.dirname(value.DATABASE_PATH), "photos")),
    shopifyApiKey: value.SHOPIFY_API_KEY,
    shopifyApiSecret: value.SHOPIFY_API_SECRET,
    shopifyPreviousApiSecret: value.SHOPIFY_PREVIOUS_API_SECRET,
    appUrl: value.SHOPIFY_APP_URL.replace(/\/$/, ""),
    distribution: value.SHOPIFY_DISTRIBUTION,
    scopes: list(value.SCOPES),
    encryptionKeys: list(value.ENCRYPTION_KEYS),
    customerAccountClientId: value.SHOPIFY_CUSTOMER_ACCOUNT_CLIENT_ID,
    customerAccountClientSecret: value.SHOPIFY_CUSTOMER_ACCOUNT_CLIENT_SECRET,
    metaAppSecret: value.META_APP_SECRET,
    instagramAppSecret: value.INSTAGRAM_APP_SECRET ?? value.META_APP_SECRET,
    metaPreviousAppSecret: value.META_PREVIOUS_APP_SECRET,
    instagramPreviousAppSecret: value.INSTAGRAM_PREVIOUS_APP_SECRET ?? value.META_PREVIOUS_APP_SECRET,
    metaVerifyToken: value.META_VERIFY_TOKEN,
    geminiApiKey: value.GEMINI_API_KEY,
    geminiModel: value.GEMINI_MODEL,
    geminiSecondModel: value.GEMINI_SECOND_MODEL,
    geminiEmbeddingModel: value.GEMINI_EMBEDDING_MODEL,
    privateMailHosts: list(value.PRIVATE_MAIL_HOSTS.toLowerCase()),
    metricsToken: value.METRICS_TOKEN,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
    backupFolder: path.resolve(value.BACKUP_DIR ?? path.join(path.dirname(value.DATABASE_PATH), "backups")),
    backupsKept: value.BACKUP_KEEP,
    logLevel: value.LOG_LEVEL,
  };
}

export type Environment = ReturnType<typeof readEnvironment>;

/** The process's own environment, read once at start. */
export const env: Environment = readEnvironment(process.env);
