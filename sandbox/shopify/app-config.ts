import { readFileSync } from "node:fs";

/** What the sandbox needs of shopify.app.toml. */
export type AppConfig = {
  scopes: string[];
  webhookVersion: string;
  subscriptions: { topics: string[]; uri: string; name?: string }[];
  /** Path of the proxy's url, and where it hangs on the storefront. */
  proxy: { path: string; prefix: string; subpath: string };
};

type Table = Record<string, string | boolean | number | string[]>;

/** Reads the part of TOML that Shopify's file uses: tables, arrays of tables, strings, numbers, booleans, lists of strings. */
export function readTables(toml: string): { name: string; values: Table }[] {
  const tables: { name: string; values: Table }[] = [{ name: "", values: {} }];
  const lines = toml.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = withoutComment(lines[index] ?? "");
    const heading = /^\[\[?\s*([\w.-]+)\s*\]?\]$/.exec(line);
    const pair = /^([\w-]+)\s*=\s*(.+)$/.exec(line);
    if (heading?.[1]) tables.push({ name: heading[1], values: {} });
    else if (pair?.[1] && pair[2]) {
      let text = pair[2];
      while (text.startsWith("[") && !text.endsWith("]") && index + 1 < lines.length) {
        index += 1;
        text += withoutComment(lines[index] ?? "");
      }
      const table = tables.at(-1);
      if (table) table.values[pair[1]] = readValue(text);
    }
  }
  return tables;
}

function withoutComment(line: string): string {
  return line.replace(/^((?:[^"#]|"(?:[^"\\]|\\.)*")*)#.*$/, "$1").trim();
}

function readValue(text: string): Table[string] {
  if (text.startsWith("[")) return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? "");
  if (/^["']/.test(text)) return text.slice(1, -1);
  if (text === "true" || text === "false") return text === "true";
  return Number(text);
}

const list = (value: Table[string] | undefined): string[] => (Array.isArray(value) ? value : []);
const text = (value: Table[string] | undefined, otherwise = ""): string => (typeof value === "string" ? value : otherwise);

export function parseAppConfig(toml: string): AppConfig {
  const tables = readTables(toml);
  const find = (name: string): Table => tables.find((table) => table.name === name)?.values ?? {};
  const proxy = find("app_proxy");
  return {
    scopes: text(find("access_scopes").scopes)
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
    webhookVersion: text(find("webhooks").api_version, "2026-10"),
    subscriptions: tables
      .filter((table) => table.name === "webhooks.subscriptions")
      .map(({ values }) => ({
        topics: [...list(values.topics), ...list(values.compliance_topics)],
        uri: text(values.uri),
        name: typeof values.name === "string" ? values.name : undefined,
      })),
    proxy: {
      path: new URL(text(proxy.url, "/proxy"), "https://app.example").pathname,
      prefix: text(proxy.prefix, "apps"),
      subpath: text(proxy.subpath, "onethread"),
    },
  };
}

/** Reads the project's shopify.app.toml. */
export function readAppConfig(path = "shopify.app.toml"): AppConfig {
  return parseAppConfig(readFileSync(path, "utf8"));
}
