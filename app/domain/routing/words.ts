/** What can be wished, as rules and skills name it; a test holds it against what the assistant understands. */
export const subjects: Record<string, readonly string[]> = {
  order_status: ["where", "delayed", "not_received", "part_missing", "tracking_broken", "sent_back"],
  return_start: ["changed_mind", "size", "damaged", "wrong_item", "not_as_described", "gift", "withdrawal"],
  refund_status: [],
  return_policy: ["window", "fees", "final_sale", "in_store"],
  exchange: ["size", "colour", "other_product"],
  cancel_order: [],
  withdrawal: [],
  change_order: [],
  change_address: [],
  shipping_policy: ["cost", "time", "country", "customs", "pickup"],
  product_question: ["fit", "stock", "facts", "care", "store_pickup"],
  promotion: ["code_fails", "wants_discount", "gift_card_balance", "loyalty"],
  payment: ["methods", "failed", "charged_twice"],
  invoice: [],
  account: ["sign_in", "data", "delete_me", "what_you_know", "newsletter", "subscription"],
  complaint: ["service", "quality", "legal_threat"],
  speak_to_human: [],
  out_of_scope: [],
};

export const splitList = (text = ""): string[] => [
  ...new Set(
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** Those that are a subject, or a detail of one: "return_start", "return_start:damaged". */
export function readAbout(names: readonly string[]): string[] {
  return names.filter((name) => {
    const [intent = "", detail] = name.split(":");
    return intent in subjects && (detail === undefined || subjects[intent]?.includes(detail) === true);
  });
}

const inEnglish = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const codes =
  "en de fr es it pt nl pl cs sk da sv no fi et lv lt hu ro bg el hr sl sr uk ru tr ar he fa hi bn ur zh ja ko vi th id ms ca eu gl".split(
    " ",
  );
const byName = new Map(codes.flatMap((code) => [[code, code] as const, [languageName(code).toLowerCase(), code] as const]));

export function languageName(code: string): string {
  return inEnglish.of(code) ?? code;
}

/** "English, de, Polish" as codes; `unknown`: the first that is none. */
export function readLanguages(text: string): { codes: string[]; unknown?: string } {
  const parts = splitList(text.replaceAll(/[;\n]/g, ","));
  const unknown = parts.find((part) => !byName.has(part.toLowerCase()));
  return { codes: [...new Set(parts.flatMap((part) => byName.get(part.toLowerCase()) ?? []))], ...(unknown && { unknown }) };
}
