import type { LoaderFunctionArgs } from "@remix-run/node";
import { withContentPolicy } from "#app/routes/library-page.server.ts";
import { authenticate } from "#app/shopify.server.ts";

/** The library's own pages: session-token bounce, leaving the frame, callbacks. It throws its answers. */
export async function loader({ request }: LoaderFunctionArgs) {
  try {
    await authenticate.admin(request);
  } catch (answer) {
    throw answer instanceof Response ? await withContentPolicy(request, answer) : answer;
  }
  return null;
}
