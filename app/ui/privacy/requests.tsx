import { Badge, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { showToast } from "#app/ui/app-bridge.ts";
import type { RequestLine } from "./request-line.ts";

/** What was asked for, with what there is to hand over. */
export function PrivacyRequests({ requests }: { requests: RequestLine[] }) {
  if (requests.length === 0) {
    return (
      <Text as="p" tone="subdued">
        Nobody has asked for anything yet.
      </Text>
    );
  }
  return (
    <ul className="ot-checklist ot-requests">
      {requests.map((one) => (
        <li key={one.id}>
          <div>
            <Text as="p" fontWeight="medium">
              {one.title}
            </Text>
            <Text as="p" tone="subdued">
              {one.detail}
            </Text>
          </div>
          <Badge tone={one.tone}>{one.state}</Badge>
          {one.exportId && (
            <InlineStack gap="200" wrap={false}>
              <Download exportId={one.exportId} format="html" label="Download" />
              <Download exportId={one.exportId} format="json" label="JSON" />
            </InlineStack>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A plain link would come without Shopify's session token, which App Bridge adds to what is fetched. */
function Download({ exportId, format, label }: { exportId: string; format: "html" | "json"; label: string }) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const answer = await fetch(`/app/privacy/exports/${exportId}?format=${format}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = `customer-data-${exportId}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      showToast("The export could not be downloaded. Load the page again.", true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button onClick={() => void take()} loading={busy}>
      {label}
    </Button>
  );
}
