import { domainOf, withoutTag } from "./address.ts";
import type { AutomaticReason } from "./parsed-mail.ts";

/** At these providers the mailbox shares its domain with half the world, so "our own domain" says nothing. */
const publicProviders = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "me.com",
  "aol.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "orange.fr",
  "free.fr",
  "laposte.net",
  "libero.it",
  "ziggo.nl",
  "proton.me",
  "protonmail.com",
]);

const machineSenders = /^(?:mailer-daemon|postmaster|no-?_?reply|do-?_?not-?_?reply|bounces?|auto-?reply)(?:[+._=-].*)?@/;

const automaticSubject =
  /^\s*(?:auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheit|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord)/iu;

/** Header values in order of appearance, by lower-cased name. */
export type HeaderReader = (name: string) => string[];

/** Why a mail was written by a machine, or null. Answering one of these can start a loop that never ends (RFC 3834). */
export function automaticReason(header: HeaderReader, from: string | null, mailbox: string, subject: string): AutomaticReason | null {
  const has = (...names: string[]) => names.some((name) => header(name).length > 0);
  const says = (name: string, pattern: RegExp) => header(name).some((value) => pattern.test(value));
  if (!from) return "no-sender";
  if (withoutTag(from) === withoutTag(mailbox)) return "own-address";
  if (says("content-type", /^\s*multipart\/report/i)) return "delivery-report";
  if (says("return-path", /^\s*<\s*>/)) return "bounce";
  if (
    header("auto-submitted").some(
      (value) =>
        value
          .replace(/[;(].*$/s, "")
          .trim()
          .toLowerCase() !== "no",
    )
  )
    return "auto-submitted";
  if (has("x-autoreply", "x-autorespond")) return "auto-reply";
  if (says("x-auto-response-suppress", /\b(?:all|autoreply)\b/i)) return "auto-reply";
  if (has("x-loop")) return "loop";
  if (has("list-id", "list-unsubscribe")) return "mailing-list";
  if (says("precedence", /^\s*(?:bulk|junk|list|auto_reply)\b/i)) return "bulk";
  if (machineSenders.test(from)) return "no-reply-sender";
  if (automaticSubject.test(subject)) return "auto-reply";
  const ownDomain = domainOf(mailbox);
  if (domainOf(from) === ownDomain && !publicProviders.has(ownDomain)) return "own-domain";
  return null;
}
