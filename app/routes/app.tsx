import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Link,
  Outlet,
  type ShouldRevalidateFunction,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";
import { env } from "#app/platform/env.ts";
import { requireShop } from "#app/routes/require-shop.server.ts";
import { Progress } from "#app/ui/progress.tsx";
import { Trouble } from "#app/ui/route-error.tsx";
import adminStyles from "../ui/admin.css?url";

export const links = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireShop(request);
  // APP_BRIDGE_URL is the variable that Shopify's library itself reads for its bounce page.
  return { apiKey: env.shopifyApiKey, appBridgeUrl: process.env.APP_BRIDGE_URL };
}

/** Neither the key nor the script's address changes while the page is open. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export default function App() {
  const { apiKey, appBridgeUrl } = useLoaderData<typeof loader>();
  return (
    <Frame apiKey={apiKey} appBridgeUrl={appBridgeUrl}>
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/inbox">Inbox</Link>
        <Link to="/app/drafts">Drafts</Link>
        <Link to="/app/people">People</Link>
        <Link to="/app/channels">Channels</Link>
        <Link to="/app/labels">Return labels</Link>
        <Link to="/app/connections">Connections</Link>
        <Link to="/app/policy">Return policy</Link>
        <Link to="/app/knowledge">Knowledge</Link>
        <Link to="/app/voice">Voice</Link>
        <Link to="/app/replies">Saved replies</Link>
        <Link to="/app/team">Team</Link>
        <Link to="/app/routing">Routing</Link>
        <Link to="/app/understanding">Understanding</Link>
        <Link to="/app/privacy">Privacy</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <main>
        <Progress />
        <Outlet />
      </main>
    </Frame>
  );
}

function Frame({ apiKey, appBridgeUrl, children }: { apiKey: string | undefined; appBridgeUrl: string | undefined; children: ReactNode }) {
  return (
    <AppProvider isEmbeddedApp={apiKey !== undefined} apiKey={apiKey ?? ""} {...(appBridgeUrl ? { __APP_BRIDGE_URL: appBridgeUrl } : {})}>
      {children}
    </AppProvider>
  );
}

/** What went wrong is said in words, inside the frame; the library's own answers are redirects and never come here. */
export function ErrorBoundary() {
  const error = useRouteError();
  const loaded = useRouteLoaderData<typeof loader>("routes/app");
  const status = isRouteErrorResponse(error) ? error.status : undefined;
  return (
    <Frame apiKey={loaded?.apiKey} appBridgeUrl={loaded?.appBridgeUrl}>
      <Trouble status={status} />
    </Frame>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
