import { Button } from "@shopify/polaris";
import { useState } from "react";
import type { DeedView } from "./deeds.tsx";
import { ReturnDesk } from "./return-desk.tsx";

type Props = { caseId: string; changed: string; deeds: DeedView[]; defaultName: string };

/** A return whose case is over. Shopify is asked about it only once somebody wants to see it. */
export function EarlierReturn(props: Props) {
  const [open, setOpen] = useState(props.deeds.some((one) => one.isOpen || one.problem !== null));
  return open ? (
    <ReturnDesk {...props} />
  ) : (
    <Button variant="plain" onClick={() => setOpen(true)}>
      Show its return
    </Button>
  );
}
