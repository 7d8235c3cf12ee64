import { Link, useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { Section } from "#app/ui/page.tsx";

type Example = { id: string; draft: string; edited: string };

/** What people have made of drafts; each can be taken out again. */
export function VoiceExamples({ examples }: { examples: Example[] }) {
  return (
    <Section
      title="Learnt from your edits"
      hint="Drafts that somebody reworded before sending, the newest 50, with names, addresses and numbers taken out. A language model is shown a few of them for the tone, never for facts."
    >
      {examples.length === 0 ? (
        <p className="ot-muted">
          None yet. Edit a draft under <Link to="/app/drafts">Drafts</Link>, and it stands here.
        </p>
      ) : (
        <ul className="ot-voice-examples">
          {examples.map((one) => (
            <OneExample key={one.id} example={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function OneExample({ example }: { example: Example }) {
  const fetcher = useFetcher();
  if (fetcher.formData) return null;
  return (
    <li>
      <div>
        <small>Draft</small>
        <p>{example.draft}</p>
      </div>
      <div>
        <small>Sent</small>
        <p>{example.edited}</p>
      </div>
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="forget-example" />
        <input type="hidden" name="exampleId" value={example.id} />
        <Button submit variant="plain" tone="critical" accessibilityLabel={`Forget “${example.edited.slice(0, 60)}”`}>
          Forget
        </Button>
      </fetcher.Form>
    </li>
  );
}
