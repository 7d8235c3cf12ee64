/** A call as it came over the wire, read and checked the way Gemini checks it. */
export type GeminiCall = {
  model: string;
  task: "understand" | "compose" | "answer" | "summarise" | "translate" | "describe-image" | "read-policy";
  instruction: string;
  /** The marked parts of the request, by name. */
  segments: Map<string, string>;
  promptLength: number;
};

export type Json = Record<string, unknown>;

const reasons: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** An error in Google's common shape. */
export function googleError(status: number, message: string, details: Json[] = []): Response {
  return Response.json({ error: { code: status, message, status: reasons[status] ?? "UNKNOWN", details } }, { status });
}

export function invalidKey(): Response {
  const info = { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID", domain: "googleapis.com" };
  return googleError(400, "API key not valid. Please pass a valid API key.", [info]);
}

export function exhausted(): Response {
  return googleError(429, "Quota exceeded for requests per minute.", [
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId: "GenerateRequestsPerMinutePerProject" }] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1s" },
  ]);
}

/** The call, or the answer that refuses it. */
export function readCall(model: string, raw: string): GeminiCall | Response {
  const body = asObject(parse(raw));
  if (!body) return googleError(400, "Invalid JSON payload received.");
  const unknown = Object.keys(body).find((key) => !topLevel.has(key));
  if (unknown) return googleError(400, `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`);
  const texts = readTexts(body.contents);
  if (!texts) return googleError(400, "* GenerateContentRequest.contents: contents is not specified");
  const config = asObject(body.generationConfig) ?? {};
  const stray = Object.keys(config).find((key) => !configFields.has(key));
  if (stray) return googleError(400, `Invalid JSON payload received. Unknown name "${stray}" at 'generation_config': Cannot find field.`);
  const { temperature, maxOutputTokens } = config;
  if (temperature !== undefined && !(typeof temperature === "number" && temperature >= 0 && temperature <= 2))
    return googleError(400, "* GenerateContentRequest.generation_config.temperature: must be in the range [0.0, 2.0].");
  if (maxOutputTokens !== undefined && !(Number.isInteger(maxOutputTokens) && Number(maxOutputTokens) > 0))
    return googleError(400, "* GenerateContentRequest.generation_config.max_output_tokens: must be positive.");
  const schema = asObject(config.responseJsonSchema);
  if (schema && config.responseMimeType !== "application/json")
    return googleError(400, "responseJsonSchema needs the response mime type application/json");
  const task = taskOf(asObject(schema?.properties) ?? {});
  if (!task) return googleError(400, "This double answers only structured understand, compose, answer, summarise and translate requests.");
  const instruction = (readTexts([body.systemInstruction]) ?? []).join("\n");
  return { model, task, instruction, segments: readSegments(texts.join("\n")), promptLength: raw.length };
}

const topLevel = new Set(["contents", "systemInstruction", "generationConfig", "safetySettings", "tools", "toolConfig", "cachedContent"]);
const configFields = new Set(
  "temperature topP topK candidateCount maxOutputTokens stopSequences responseMimeType responseSchema responseJsonSchema thinkingConfig seed".split(
    " ",
  ),
);

function taskOf(properties: Json): GeminiCall["task"] | undefined {
  if ("intents" in properties) return "understand";
  if ("answered" in properties) return "answer";
  if ("translations" in properties) return "translate";
  if ("sentences" in properties) return "compose";
  if ("damageVisible" in properties) return "describe-image";
  if ("points" in properties) return "read-policy";
  return "summary" in properties ? "summarise" : undefined;
}

/** What the API takes inline: a known kind, in base64, and the bytes must be what the kind says. */
function isPicture(data: Json | undefined): boolean {
  if (typeof data?.data !== "string" || !/^[A-Za-z0-9+/]+=*$/.test(data.data) || data.data.length > 20_000_000) return false;
  return data.mimeType === "image/jpeg" && data.data.startsWith("/9j/");
}

function readTexts(contents: unknown): string[] | undefined {
  if (!Array.isArray(contents) || contents.length === 0) return undefined;
  const texts: string[] = [];
  for (const content of contents) {
    const { parts, role } = asObject(content) ?? {};
    if (!Array.isArray(parts) || parts.length === 0 || (role !== undefined && role !== "user" && role !== "model")) return undefined;
    for (const part of parts) {
      const { text, inlineData } = asObject(part) ?? {};
      if (inlineData !== undefined) {
        if (!isPicture(asObject(inlineData))) return undefined;
        continue;
      }
      if (typeof text !== "string") return undefined;
      texts.push(text);
    }
  }
  return texts;
}

function readSegments(prompt: string): Map<string, string> {
  const found = prompt.matchAll(/<(\w+)>\n([\s\S]*?)\n<\/\1>/g);
  return new Map([...found].map(([, name = "", text = ""]) => [name, text]));
}

export function asObject(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
