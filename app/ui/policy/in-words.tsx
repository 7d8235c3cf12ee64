import { Text } from "@shopify/polaris";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { pointsOf, sayPolicy } from "#app/domain/returns/say-policy.ts";
import { Section } from "#app/ui/page.tsx";

/** The policy as it stands in the form, said back; null while something in it is wrong. */
export function InWords({ policy, currencyCode }: { policy: ReturnPolicy | null; currencyCode: string }) {
  const rules = policy ? pointsOf(policy, currencyCode).filter((point) => point.rule) : [];
  return (
    <Section title="Your rules in words">
      {policy ? (
        <p className="ot-words">{sayPolicy(policy, currencyCode)}</p>
      ) : (
        <Text as="p" tone="critical">
          Correct what is marked to see the rules in words.
        </Text>
      )}
      {rules.length > 0 && (
        <>
          <Text as="p" tone="subdued">
            And, the first that fits decides:
          </Text>
          <ol className="ot-words">
            {rules.map((rule) => (
              <li key={rule.key}>{rule.words}</li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
