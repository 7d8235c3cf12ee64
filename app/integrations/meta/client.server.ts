import { list, record, text } from "./payload.ts";

/** Current since 29 July 2026; a version lives about two years. */
export const graphVersion = "v26.0";
export const graphHosts = { instagram: "https://graph.instagram.com", whatsapp: "https://graph.facebook.com" } as const;

const timeoutMs = 10_000;
/** A file of some megabytes may take longer. */
const uploadMs = 60_000;

/** Stands for an error answer without Graph's own code, of which 0 is one. */
export const noCode = -1;

/** How a call to Graph ended. `not-sent`: nothing left this machine. `lost`: Meta may or may not have acted on it. */
export type GraphAnswer =
  | { kind: "ok"; body: unknown }
  | { kind: "error"; status: number; code: number; subcode?: number; message: string; retryAfterMs?: number }
  | { kind: "not-sent"; code: string }
  | { kind: "lost"; code: string };

/** Posts to Graph. Never throws: every ending is an answer. */
export function postGraph(host: string, path: string, token: string, body: unknown): Promise<GraphAnswer> {
  return askGraph(host, path, token, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Brings a file to Graph, likewise. */
export function postForm(host: string, path: string, token: string, form: FormData): Promise<GraphAnswer> {
  return askGraph(host, path, token, { method: "POST", body: form }, uploadMs);
}

/** Reads from Graph, likewise. */
export function getGraph(host: string, path: string, token: string): Promise<GraphAnswer> {
  return askGraph(host, path, token, {});
}

async function askGraph(host: string, path: string, token: string, request: RequestInit, patience = timeoutMs): Promise<GraphAnswer> {
  try {
    const response = await fetch(`${host}/${graphVersion}/${path}`, {
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
      // Following a redirect would carry the token to another host.
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    return await readAnswer(response);
  } catch (error) {
    return readTrouble(error);
  }
}

async function readAnswer(response: Response): Promise<GraphAnswer> {
  const raw = await response.text();
  const body = parseJson(raw);
  if (response.ok) return { kind: "ok", body };
  const error = record(record(body)?.error);
  const code = Number(error?.code);
  // Without Graph's own error it is a proxy's page: on 5xx the request may have reached Graph all the same.
  if (!error || !Number.isInteger(code)) {
    if (response.status >= 500) return { kind: "lost", code: `http-${response.status}` };
    return { kind: "error", status: response.status, code: noCode, message: raw.slice(0, 200), ...retryAfter(response) };
  }
  const subcode = Number(error.error_subcode);
  const details = text(record(error.error_data)?.details);
  return {
    kind: "error",
    status: response.status,
    code,
    ...(Number.isInteger(subcode) && { subcode }),
    message: [text(error.message), details].filter(Boolean).join(" "),
    ...retryAfter(response),
  };
}

function retryAfter(response: Response): { retryAfterMs?: number } {
  const seconds = Number(response.headers.get("retry-after") ?? "");
  return seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** Codes of a connection that was never made; with any other the request may have arrived. */
const beforeSending = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

function readTrouble(error: unknown): GraphAnswer {
  const cause = record((error as { cause?: unknown } | null)?.cause);
  const codes = [text(cause?.code), ...list(cause?.errors).map((one) => text(record(one)?.code))].filter((code) => code !== undefined);
  if (codes.length > 0 && codes.every((code) => beforeSending.has(code))) return { kind: "not-sent", code: codes[0] ?? "network" };
  return { kind: "lost", code: codes[0] ?? (error instanceof Error ? error.name : "network") };
}
