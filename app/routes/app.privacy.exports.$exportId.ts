import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { handOverExport } from "#app/domain/privacy/export.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";

const types = { html: "text/html; charset=utf-8", json: "application/json" };

/** One export as a file for the merchant, who hands it to the customer. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const format = new URL(request.url).searchParams.get("format") === "json" ? "json" : "html";
  const exportId = params.exportId ?? "";
  const text = await handOverExport(shop.id, exportId, format);
  if (text === null) throw notFound();
  recordAccess(reader, "export", [exportId]);
  return new Response(text, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="customer-data-${exportId}.${format}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
