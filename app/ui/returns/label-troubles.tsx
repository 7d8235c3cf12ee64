import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { Section } from "#app/ui/page.tsx";

type Failed = { id: string; returnName: string; why: string };

/** Labels that could not be made, each with why and a second try. */
export function LabelTroubles({ failed }: { failed: Failed[] }) {
  if (failed.length === 0) return null;
  return (
    <Section title="Could not be made" hint="These shoppers have no label yet. A note stands in each conversation.">
      <BlockStack gap="200">
        {failed.map((one) => (
          <Trouble key={one.id} {...one} />
        ))}
      </BlockStack>
    </Section>
  );
}

function Trouble({ id, returnName, why }: Failed) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="retry" />
      <input type="hidden" name="labelId" value={id} />
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span">
          Return {returnName}: {why}
        </Text>
        <Button submit loading={fetcher.state !== "idle"} accessibilityLabel={`Try the label of ${returnName} again`}>
          Try again
        </Button>
      </InlineStack>
    </fetcher.Form>
  );
}
