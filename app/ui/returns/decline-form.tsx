import { Button, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Act } from "./return-desk.tsx";
import { declineReasonWords } from "./words.ts";

const longest = 500;

/** Why a return is declined, in words that the shopper reads. */
export function DeclineForm({ act, busy }: { act: Act; busy: boolean }) {
  const [declineReason, setReason] = useState("FINAL_SALE");
  const [note, setNote] = useState("");
  return (
    <form
      className="ot-return-form"
      onSubmit={(event) => {
        event.preventDefault();
        act("return-decline", { declineReason, note });
      }}
    >
      <Select
        label="Reason"
        options={Object.entries(declineReasonWords).map(([value, label]) => ({ value, label }))}
        value={declineReason}
        onChange={setReason}
      />
      <TextField
        label="Note to the shopper"
        helpText="They read it as you write it."
        value={note}
        onChange={setNote}
        maxLength={longest}
        showCharacterCount
        multiline={3}
        autoComplete="off"
      />
      <Button submit variant="primary" tone="critical" loading={busy}>
        Decline return
      </Button>
    </form>
  );
}
