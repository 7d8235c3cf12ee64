import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** Shopify opens the app at "/" with the shop in the address; people who come by themselves get a page that says what this is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.get("shop")) throw redirect(`/app${search}`);
  throw redirect("/auth/login");
}
