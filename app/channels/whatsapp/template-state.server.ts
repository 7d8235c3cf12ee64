import { getGraph, graphHosts } from "#app/integrations/meta/client.server.ts";
import { classifyError } from "#app/integrations/meta/outcome.ts";
import { list, record, text } from "#app/integrations/meta/payload.ts";
import type { SendRequest } from "../channel.ts";
import type { UpdateTemplate } from "./update-template.ts";

/** Why a template cannot be sent now. */
export type TemplateTrouble = "absent" | "not-approved" | "other-variables" | "refused";

/**
 * Whether WhatsApp would take this template at the moment: approved in this language, with as many variables as we fill. Null:
 * it would. Throws where Meta does not answer, so that the job asks again.
 */
export async function templateTrouble(account: SendRequest["account"], template: UpdateTemplate): Promise<TemplateTrouble | null> {
  const query = new URLSearchParams({ name: template.name, fields: "name,language,status,category,components", limit: "100" });
  const path = `${encodeURIComponent(account.config.wabaId ?? "")}/message_templates?${query}`;
  const answer = await getGraph(graphHosts.whatsapp, path, account.credentials.accessToken ?? "");
  if (answer.kind === "not-sent" || answer.kind === "lost") throw new Error("WhatsApp did not say how its templates stand.");
  if (answer.kind === "error") {
    const { retryAfterMs } = classifyError("whatsapp", answer);
    if (retryAfterMs !== undefined || answer.status >= 500) throw new Error("WhatsApp did not say how its templates stand.");
    return "refused";
  }
  // Graph finds names that merely hold this one.
  const found = list(record(answer.body)?.data)
    .map(record)
    .find((one) => text(one?.name) === template.name && text(one?.language) === template.locale);
  if (!found) return "absent";
  if (text(found.status) !== "APPROVED") return "not-approved";
  const body = list(found.components)
    .map(record)
    .find((one) => text(one?.type) === "BODY");
  const count = new Set(text(body?.text)?.match(/\{\{\s*\w+\s*\}\}/g) ?? []).size;
  return count === template.variables.length ? null : "other-variables";
}
