import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf, openTab, othersAt } from "#app/domain/staff/presence.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { Slots } from "#app/platform/limit.server.ts";
import { requireStaff } from "#app/routes/require-shop.server.ts";
import { caseTopic } from "#app/ui/words.ts";

const heartbeat = 20_000;
/** The session was checked when the stream opened: it is checked again this often. Milliseconds. */
const longest = 10 * 60_000;

/** Open pages of one shop. */
const pages = new Slots(200);

/**
 * Tells open pages of one shop that something changed, and which conversation. Only ids travel; the loaders read the rest. Who
 * else of the shop has the same conversation open is told whole: it stands nowhere else.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, reader } = await requireStaff(request);
  const tab = (new URL(request.url).searchParams.get("tab") ?? "").slice(0, 64);
  const giveBack = pages.take(shop.id);
  if (!giveBack) throw new Response("Too many pages of this shop are open.", { status: 429, headers: { "retry-after": "30" } });
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const leave = tab ? openTab(shop.id, tab, reader.staffId) : () => {};
      const forget = database().onNotice(shop.id, (notice) => {
        if (notice.topic === "presence") {
          const own = memberOf(shop.id, tab);
          // Who else is where this page is.
          if (own?.conversationId !== notice.conversationId) return;
          return write(`event: presence\ndata: ${JSON.stringify({ others: othersAt(shop.id, notice.conversationId, own) })}\n\n`);
        }
        if (notice.topic === "mentioned") {
          const { conversationId, names: mentioned } = notice;
          return write(`data: ${JSON.stringify({ conversationId, mentioned })}\n\n`);
        }
        if (notice.topic === "escalated") {
          const { conversationId, caseId, assignee, intent } = notice;
          const escalated = { conversationId, caseId, assignee, about: caseTopic({ intent, orderName: null }) };
          return write(`data: ${JSON.stringify({ escalated })}\n\n`);
        }
        const about = "conversationId" in notice ? { conversationId: notice.conversationId } : {};
        write(`data: ${JSON.stringify(about)}\n\n`);
      });
      const beat = setInterval(() => write(": still here\n\n"), heartbeat);
      const end = setTimeout(() => close(), longest);
      let stopped = false;
      stop = () => {
        if (stopped) return;
        stopped = true;
        giveBack();
        forget();
        leave();
        clearInterval(beat);
        clearTimeout(end);
      };
      const close = () => {
        stop();
        controller.close();
      };
      request.signal.addEventListener("abort", () => stop());
      // What changed between the page's own reading and now is read with this first word.
      write("data: {}\n\n");
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" },
  });
}
