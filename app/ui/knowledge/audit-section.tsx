import { Form, useNavigation } from "@remix-run/react";
import { BlockStack, Button, Text } from "@shopify/polaris";

type Place = { title: string; url: string | null };
type Audit = {
  contradictions: (Place & { quote: string })[][];
  stale: (Place & { id: string; changed: string })[];
  empty: (Place & { id: string })[];
};

export function AuditSection({ audit }: { audit: Audit | null }) {
  const { state, location } = useNavigation();
  const busy = state === "loading" && (location?.search.includes("check") ?? false);
  const isClean = audit && audit.contradictions.length + audit.stale.length + audit.empty.length === 0;
  return (
    <BlockStack gap="400">
      <Form method="get" preventScrollReset>
        <Button submit loading={busy}>
          {audit ? "Check again" : "Check now"}
        </Button>
        <input type="hidden" name="check" value="1" />
      </Form>
      {isClean && (
        <Text as="p" tone="success">
          <span role="status">Nothing found: no numbers contradict each other, and no text is old or empty.</span>
        </Text>
      )}
      {audit && audit.contradictions.length > 0 && (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            These do not agree
          </Text>
          <ul className="ot-passages">
            {audit.contradictions.map((pair) => (
              <li key={pair.map((one) => one.title + one.quote).join()}>
                {pair.map((one) => (
                  <div key={one.title + one.quote}>
                    <Named place={one} />
                    <blockquote className="ot-quote">{one.quote}</blockquote>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </BlockStack>
      )}
      {audit && audit.stale.length > 0 && (
        <List title="Not changed for more than a year">
          {audit.stale.map((one) => (
            <li key={one.id}>
              <Named place={one} />, last changed {one.changed}
            </li>
          ))}
        </List>
      )}
      {audit && audit.empty.length > 0 && (
        <List title="Nothing to read in these">
          {audit.empty.map((one) => (
            <li key={one.id}>
              <Named place={one} />
            </li>
          ))}
        </List>
      )}
    </BlockStack>
  );
}

function List({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <ul>{children}</ul>
    </BlockStack>
  );
}

function Named({ place }: { place: Place }) {
  if (!place.url) return <strong>{place.title}</strong>;
  const isOurs = place.url.startsWith("/");
  return (
    <a href={place.url} {...(isOurs ? {} : { target: "_blank", rel: "noreferrer" })}>
      {place.title}
    </a>
  );
}
