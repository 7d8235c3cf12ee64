import { createContext } from "react";

/** What lets the page's own inline scripts run. Known while the page is written; browsers hide it from scripts afterwards. */
export const Nonce = createContext<string | undefined>(undefined);
