import { useFetcher } from "@remix-run/react";
import { Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";

type Props = { intent: string; label: string; suffix: string; percent: number };

/** One percentage with its own button; the page's action takes it as `percent` with this `intent`, and says what is wrong with it. */
export function PercentForm({ intent, label, suffix, percent }: Props) {
  const fetcher = useFetcher<{ problem: string | null }>();
  const [value, setValue] = useState(String(percent));
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <InlineStack gap="300" blockAlign="end">
        <TextField
          name="percent"
          label={label}
          suffix={suffix}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={value}
          onChange={setValue}
          error={fetcher.data?.problem ?? undefined}
        />
        <Button submit loading={fetcher.state !== "idle"} disabled={value === String(percent)}>
          Save
        </Button>
      </InlineStack>
    </fetcher.Form>
  );
}
