import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requireShop } from "#app/routes/require-shop.server.ts";

/** A page of the admin that is not there: said inside the frame, after the request has been let in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireShop(request);
  throw notFound();
}

export default function Missing() {
  return null;
}
