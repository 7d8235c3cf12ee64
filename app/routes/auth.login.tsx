import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { login } from "#app/shopify.server.ts";

/** Sends the merchant to Shopify's installation page; says why when the shop's address makes no sense. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { problem: problemOf(await login(request)) };
}

export async function action({ request }: ActionFunctionArgs) {
  return { problem: problemOf(await login(request)) };
}

function problemOf(answer: { shop?: string }): string | null {
  if (answer.shop === "MISSING_SHOP") return "Enter your shop's address.";
  return answer.shop ? "This is not a Shopify address. It ends in .myshopify.com." : null;
}

export default function Landing() {
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? loaded.problem;
  return (
    <main style={{ font: "16px/1.45 system-ui, sans-serif", color: "#1f2124", maxWidth: 520, margin: "12vh auto", padding: "0 24px" }}>
      <h1 style={{ fontSize: 28, lineHeight: 1.2, margin: "0 0 8px" }}>Onethread</h1>
      <p>
        One thread per shopper, on every channel: your website, Instagram, WhatsApp and email. Onethread lives in the Shopify admin. Open it
        there under Apps, or enter your shop's address to install it.
      </p>
      <Form method="post" style={{ display: "grid", gap: 8, marginTop: 24 }}>
        <label htmlFor="shop" style={{ fontWeight: 600 }}>
          Shop address
        </label>
        <input
          id="shop"
          name="shop"
          placeholder="linden-loom.myshopify.com"
          autoComplete="on"
          aria-invalid={problem !== null}
          aria-describedby="shop-problem"
          style={{ font: "inherit", minHeight: 44, padding: "0 12px", border: "1px solid #6d7175", borderRadius: 8 }}
        />
        <span id="shop-problem" role="alert" style={{ color: "#a41c0e", minHeight: 24 }}>
          {problem}
        </span>
        <button
          type="submit"
          style={{
            font: "inherit",
            fontWeight: 600,
            minHeight: 44,
            border: 0,
            borderRadius: 8,
            background: "#1f5f4b",
            color: "#fff",
            cursor: "pointer",
          }}
        >
          Go to Shopify
        </button>
      </Form>
    </main>
  );
}
