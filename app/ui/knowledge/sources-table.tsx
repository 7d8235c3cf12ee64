import { useFetcher } from "@remix-run/react";
import { Button, Text } from "@shopify/polaris";
import { Row, Table } from "../table.tsx";
import { sourceKindName } from "../words.ts";

type Source = { id: string; kind: string; title: string; url: string | null; parts: number; changed: string };

export function SourcesTable({ sources, removable = false }: { sources: Source[]; removable?: boolean }) {
  if (sources.length === 0) {
    return (
      <Text as="p" tone="subdued">
        Nothing was read yet. It comes within a minute of installing; pages need the permission to read content.
      </Text>
    );
  }
  return (
    <Table head={["Title", "Kind", "Passages", "Changed", ...(removable ? [""] : [])]}>
      {sources.map((source) => (
        <Row key={source.id}>
          {source.url ? (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          {sourceKindName(source.kind)}
          {source.parts}
          {source.changed}
          {removable && <Remove id={source.id} title={source.title} />}
        </Row>
      ))}
    </Table>
  );
}

function Remove({ id, title }: { id: string; title: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="id" value={id} />
      <Button submit variant="plain" tone="critical" loading={fetcher.state !== "idle"} accessibilityLabel={`Remove ${title}`}>
        Remove
      </Button>
    </fetcher.Form>
  );
}
