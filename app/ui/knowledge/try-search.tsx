import { Form, useNavigation } from "@remix-run/react";
import { Badge, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";

type Found = { seq: number; title: string; heading: string; text: string; url: string | null; isSaid: boolean };

/** `alsoByMeaning`: in a chat a language model is asked, too, where words find nothing. */
export function TrySearch({ question, found, alsoByMeaning }: { question: string; found: Found[]; alsoByMeaning: boolean }) {
  const [value, setValue] = useState(question);
  useEffect(() => setValue(question), [question]);
  const { state, location } = useNavigation();
  const busy = state === "loading" && (location?.search.includes("q=") ?? false);
  return (
    <BlockStack gap="300">
      <Form method="get">
        <InlineStack gap="300" blockAlign="end" wrap={false}>
          <div className="ot-grow">
            <TextField
              name="q"
              label="Question"
              labelHidden
              placeholder="Do you ship to Norway?"
              autoComplete="off"
              maxLength={300}
              value={value}
              onChange={setValue}
            />
          </div>
          <Button submit variant="primary" loading={busy}>
            Try it
          </Button>
        </InlineStack>
      </Form>
      {question && !found.some((one) => one.isSaid) && (
        <Text as="p">
          <span role="status">
            {found.length === 0 ? "Nothing comes near this." : "None of your texts is close enough."}{" "}
            {alsoByMeaning
              ? "In a chat they are looked through by meaning, too; if that finds nothing, the shopper is told so and offered a person."
              : "The shopper is told so and offered a person."}
          </span>
        </Text>
      )}
      {found.length > 0 && (
        <ul className="ot-passages">
          {found.map((one) => (
            <li key={one.seq} data-said={one.isSaid}>
              <InlineStack gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {[one.title, one.heading].filter(Boolean).join(" – ")}
                </Text>
                {one.isSaid ? <Badge tone="success">Said</Badge> : <Badge>Near</Badge>}
              </InlineStack>
              <p className="ot-quote">{one.text}</p>
              {one.url && (
                <a href={one.url} target="_blank" rel="noreferrer">
                  Open in your store
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </BlockStack>
  );
}
