import type { ActionFunctionArgs } from "@remix-run/node";
import { attachFile, mostFileBytes } from "#app/domain/files/attach.server.ts";
import { filePath } from "#app/domain/files/link.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import { type AttachAnswer, attachProblem } from "#app/ui/inbox/attach-words.ts";

/** One file that staff want to send, as the body and nothing else; `?name=` is what it is called. It goes out with a reply that names its id. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { shop } = await requireStaff(request);
  const bytes = await readFile(request);
  if (!bytes) return answer({ ok: false, problem: attachProblem("too-large") }, 413);
  const name = (new URL(request.url).searchParams.get("name") ?? "").slice(0, 300);
  const outcome = await attachFile(shop.id, params.conversationId ?? "", { bytes, name });
  if (!outcome) throw notFound();
  if (!outcome.ok) return answer({ ok: false, problem: attachProblem(outcome.because, outcome.channel) }, 422);
  return answer({ ok: true, file: { ...outcome.file, url: filePath(outcome.file.id) } }, 200);
}

const answer = (said: AttachAnswer, status: number) => Response.json(said, { status });

/** Null for more than any file of ours may have: the rest of it is not read. */
async function readFile(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostFileBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
