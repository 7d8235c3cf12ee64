import { signingKey, signingKeys } from "../crypto.server.ts";

/** What `npm run backup` shows to the running app: both derive it from ENCRYPTION_KEYS, so there is no further secret to keep. */
export function operatorToken(): string {
  return (signingKeys("operator").at(-1) ?? signingKey("operator")).toString("base64url");
}
