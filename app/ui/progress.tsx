import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { showLoading } from "./app-bridge.ts";

/**
 * A line at the top while another page is on its way, in the admin's own frame too. What comes at once shows none: the line
 * waits a moment (`.ot-progress`). Forms show their progress in their buttons.
 */
export function Progress() {
  const waits = useNavigation().state === "loading";
  useEffect(() => {
    showLoading(waits);
  }, [waits]);
  return waits ? <div className="ot-progress" role="progressbar" aria-label="The page is loading" /> : null;
}
