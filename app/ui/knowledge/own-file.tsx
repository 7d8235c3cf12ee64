import { useFetcher } from "@remix-run/react";
import { Button, InlineStack } from "@shopify/polaris";
import { Outcome } from "./own-answer.tsx";

export function OwnFile() {
  const fetcher = useFetcher<{ ok: boolean; problem: string | null; done: string | null }>();
  return (
    <fetcher.Form method="post" encType="multipart/form-data">
      <input type="hidden" name="intent" value="file" />
      <InlineStack gap="300" blockAlign="center">
        <label className="ot-file">
          <span>Or a file: PDF, Markdown, HTML or text, up to 5 MB</span>
          <input type="file" name="file" accept=".pdf,.md,.markdown,.html,.htm,.txt" required />
        </label>
        <Button submit loading={fetcher.state !== "idle"}>
          Read the file
        </Button>
        <Outcome answer={fetcher.data} />
      </InlineStack>
    </fetcher.Form>
  );
}
