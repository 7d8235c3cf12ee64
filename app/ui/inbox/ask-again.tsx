import { Button } from "@shopify/polaris";
import { Notice } from "#app/ui/notice.tsx";
import type { Ask } from "./composer-answer.ts";

/** Somebody else is answering too: whether this reply still fits is theirs to say who wrote it. */
export function AskAgain({ ask, onSend }: { ask: Ask; onSend(): void }) {
  return (
    <Notice tone="warning">
      <div className="ot-ask">
        <p>
          {ask.why === "sent" ? `${ask.who} has answered since you began: “${ask.text}”` : `${ask.who} is writing to this shopper too.`}
        </p>
        <Button onClick={onSend}>Send anyway</Button>
      </div>
    </Notice>
  );
}
