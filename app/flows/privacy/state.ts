import type { FlowResult } from "../engine.ts";
import type { PrivacyWish } from "./wish.ts";

export type PrivacyState = {
  version: 1;
  wish: PrivacyWish;
  /** We explained what goes and asked for the yes. */
  asked?: boolean;
  /** What was asked for has been put on its way. */
  begun?: "export" | "erase";
};
export type PrivacyResult = FlowResult<PrivacyState>;

/** What there is about a shopper, counted; the words themselves are for the export. */
export type KeptFacts = {
  messages: number;
  channels: string[];
  cases: number;
  notes: number;
  since: Date | null;
  /** The addresses that belong to this shopper, as they may be shown to them. */
  addresses: string[];
  /** What they asked to be remembered, in words of their language. */
  preferences: string[];
  /** A proven mailbox an export can go to. */
  mailbox: string | null;
};
