import { getGraph, graphHosts } from "#app/integrations/meta/client.server.ts";
import { classifyError } from "#app/integrations/meta/outcome.ts";
import { list, record, text } from "#app/integrations/meta/payload.ts";
import type { SendRequest } from "../channel.ts";
import { type MessageTemplate, readTemplate, templateSlots } from "./message-template.ts";
import type { UpdateTemplate } from "./update-template.ts";

/** Why a template cannot be sent now. */
export type TemplateTrouble = "absent" | "not-approved" | "other-variables" | "refused";

/** The account's templates; `refused`: Meta does not show them to us, `unreachable`: it does not answer at the moment. */
export type TemplatesRead = { ok: true; templates: MessageTemplate[] } | { ok: false; because: "refused" | "unreachable" };

const fields = "name,language,status,category,parameter_format,components";
/** An account may hold 6,000, in all languages; a hundred come at a time. */
const mostPages = 60;

/** Reads the templates of a WhatsApp account, page by page; `name`: those of this name alone. */
export async function readTemplates(account: SendRequest["account"], name?: string): Promise<TemplatesRead> {
  const templates: MessageTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ ...(name !== undefined && { name }), fields, limit: "100", ...(after && { after }) });
    const path = `${encodeURIComponent(account.config.wabaId ?? "")}/message_templates?${query}`;
    const answer = await getGraph(graphHosts.whatsapp, path, account.credentials.accessToken ?? "");
    if (answer.kind === "not-sent" || answer.kind === "lost") return { ok: false, because: "unreachable" };
    if (answer.kind === "error") {
      const { retryAfterMs } = classifyError("whatsapp", answer);
      return { ok: false, because: retryAfterMs !== undefined || answer.status >= 500 ? "unreachable" : "refused" };
    }
    const body = record(answer.body);
    templates.push(...list(body?.data).flatMap((one) => readTemplate(one) ?? []));
    const paging = record(body?.paging);
    // The cursor also stands on the last page; what says that there is more is `next`.
    after = paging?.next === undefined ? undefined : text(record(paging.cursors)?.after);
    if (!after) break;
  }
  // Graph finds names that merely hold this one.
  return { ok: true, templates: name === undefined ? templates : templates.filter((one) => one.name === name) };
}

/**
 * Whether WhatsApp would take this template at the moment: approved in this language, with as many variables as we fill. Null:
 * it would. Throws where Meta does not answer, so that the job asks again.
 */
export async function templateTrouble(account: SendRequest["account"], template: UpdateTemplate): Promise<TemplateTrouble | null> {
  const read = await readTemplates(account, template.name);
  if (!read.ok && read.because === "unreachable") throw new Error("WhatsApp did not say how its templates stand.");
  if (!read.ok) return "refused";
  const found = read.templates.find((one) => one.language === template.locale);
  if (!found) return "absent";
  if (found.status !== "APPROVED") return "not-approved";
  return templateSlots(found).length === template.variables.length && !found.needsMore ? null : "other-variables";
}
