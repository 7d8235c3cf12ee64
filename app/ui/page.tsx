import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Action = { content: string; onAction?: () => void; url?: string; disabled?: boolean; loading?: boolean };

/** A page of settings or lists: one column of cards. */
export function AdminPage(props: {
  title: string;
  subtitle?: string;
  back?: string;
  action?: Action;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Page
      fullWidth={props.wide}
      title={props.title}
      subtitle={props.subtitle}
      backAction={props.back ? { content: "Back", url: props.back } : undefined}
      primaryAction={props.action}
    >
      <div className="ot-page">
        <BlockStack gap="400">{props.children}</BlockStack>
      </div>
    </Page>
  );
}

export function Section({ title, hint, children }: { title?: string; hint?: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        {title && (
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {hint && (
              <Text as="p" tone="subdued">
                {hint}
              </Text>
            )}
          </BlockStack>
        )}
        {children}
      </BlockStack>
    </Card>
  );
}
