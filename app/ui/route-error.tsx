import { BlockStack, Card, Link, Page, Text } from "@shopify/polaris";

/** What a person sees when a page cannot be shown: what happened, that nothing is lost, what to do. */
export function Trouble({ status }: { status: number | undefined }) {
  const missing = status === 404;
  const title = missing ? "This page is not here" : "This page could not be loaded";
  const words = missing
    ? "It may have been moved, or it belongs to another shop."
    : "Something went wrong on our side. Nothing you saved is lost. Load the page again; if it stays like this, look at the server's log.";
  return (
    <Page title={title} narrowWidth>
      <Card>
        <BlockStack gap="300">
          <Text as="p">{words}</Text>
          <Link url="/app">Go to the start page</Link>
        </BlockStack>
      </Card>
    </Page>
  );
}
