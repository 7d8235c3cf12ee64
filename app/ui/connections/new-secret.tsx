import { Notice } from "#app/ui/notice.tsx";

/** A signing secret, right after it was made: it is shown this once. */
export function NewSecret({ secret, renewed = false }: { secret: string; renewed?: boolean }) {
  return (
    <Notice tone="success" title="This is the signing secret. It is shown only now.">
      <p>
        Put it into the tool that receives the webhooks, so that it can tell ours from others.
        {renewed && " Until tomorrow deliveries are signed with the former secret too."}
      </p>
      <p>
        <code className="ot-copy" data-testid="secret">
          {secret}
        </code>
      </p>
    </Notice>
  );
}
