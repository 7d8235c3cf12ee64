import { Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { sayRule } from "#app/domain/returns/say-policy.ts";
import { draftsOf, type RuleDraft, readRules } from "#app/domain/shops/rule-form.ts";
import type { FormState } from "#app/ui/form.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { RuleCard } from "./rule-card.tsx";

/** The rules in their order: the one higher up decides. Kept in the form's field "rules". */
export function RuleList({ form, showAll, currencyCode }: { form: FormState; showAll: boolean; currencyCode: string }) {
  const field = form.values.rules ?? "[]";
  const drafts = draftsOf(field);
  const { rules, problems } = readRules(field);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<{ draft: RuleDraft; place: number } | null>(null);
  const { keep } = useKeptFocus();
  const wrong = showAll ? Object.keys(problems).map((key) => key.split(".")[1] ?? "") : [];
  const wrongIds = wrong.join();
  useEffect(() => {
    if (wrongIds) setOpen((before) => new Set([...before, ...wrongIds.split(",")]));
  }, [wrongIds]);
  const set = (list: RuleDraft[]) => form.set("rules", JSON.stringify(list));
  const show = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
    keep(`rule-${id}-${isOpen ? "name" : "edit"}`);
  };
  const add = () => {
    const id = crypto.randomUUID();
    set([...drafts, { id, name: "" }]);
    setRemoved(null);
    show(id, true);
  };
  const move = (at: number, by: 1 | -1) => {
    const list = [...drafts];
    const to = at + by;
    list.splice(to, 0, ...list.splice(at, 1));
    set(list);
    const way = by < 0 ? (to === 0 ? "down" : "up") : to === list.length - 1 ? "up" : "down";
    keep(`rule-${drafts[at]?.id}-${way}`);
  };
  return (
    <div className="ot-rules">
      {drafts.length === 0 && !removed && (
        <Text as="p" tone="subdued">
          No rules yet: what stands above holds for every return. A rule says what is different for some, such as sale items, one country or
          your best customers.
        </Text>
      )}
      <ol>
        {drafts.map((draft, at) => (
          <RuleCard
            key={draft.id}
            draft={draft}
            sentence={rules[at] ? sayRule(rules[at], currencyCode) : ""}
            place={at}
            count={drafts.length}
            open={open.has(draft.id)}
            problems={problems}
            showAll={showAll}
            currencyCode={currencyCode}
            onOpen={(isOpen) => show(draft.id, isOpen)}
            onChange={(changed) => set(drafts.map((one) => (one.id === draft.id ? changed : one)))}
            onMove={(by) => move(at, by)}
            onRemove={() => {
              setRemoved({ draft, place: at });
              set(drafts.filter((one) => one.id !== draft.id));
              keep("rule-undo");
            }}
          />
        ))}
      </ol>
      {problems.rules && <InlineError message={problems.rules} fieldID="rules" />}
      <InlineStack gap="200" blockAlign="center">
        <Button id="rule-add" onClick={add}>
          Add a rule
        </Button>
        {removed && (
          <span className="ot-undo" role="status">
            {`${removed.draft.name.trim() || "The rule"} is removed. `}
            <Button
              id="rule-undo"
              variant="plain"
              onClick={() => {
                set([...drafts.slice(0, removed.place), removed.draft, ...drafts.slice(removed.place)]);
                setRemoved(null);
                keep(`rule-${removed.draft.id}-edit`);
              }}
            >
              Undo
            </Button>
          </span>
        )}
      </InlineStack>
      <input type="hidden" name="rules" value={field} />
    </div>
  );
}
