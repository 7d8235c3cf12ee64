import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { Nonce } from "#app/ui/nonce.ts";

/** The frame of every document. Polaris and App Bridge come in only under /app. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export const meta = () => [{ title: "Onethread" }];

export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main style={{ font: "16px/1.45 system-ui, sans-serif", maxWidth: 520, margin: "15vh auto", padding: "0 24px" }}>
      <h1 style={{ fontSize: 28, lineHeight: 1.2 }}>{missing ? "There is nothing here" : "This page could not be loaded"}</h1>
      <p>
        {missing
          ? "The address may be mistyped, or the page has moved."
          : "Something went wrong on our side. Nothing you saved is lost. Please load the page again."}
      </p>
      <p>
        <a href="/" style={{ color: "#1f5f4b" }}>
          Go to the start page
        </a>
      </p>
    </main>
  );
}
