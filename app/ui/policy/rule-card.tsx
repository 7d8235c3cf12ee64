import { Button, InlineError, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RuleConditions, RuleEffects } from "#app/domain/returns/policy-types.ts";
import { conditionWords, effectWords } from "#app/domain/returns/policy-words.ts";
import { conditionKeys, effectKeys, type RuleDraft } from "#app/domain/shops/rule-form.ts";
import { AddRow, RowOf } from "./rule-parts.tsx";
import { ConditionRow, EffectRow } from "./rule-rows.tsx";

const beginnings: Partial<Record<keyof RuleEffects, string>> = {
  takeBack: "never",
  windowDays: "14",
  windowStartsAt: "delivered",
  outcomes: "store-credit",
  photos: "1",
  review: "yes",
};

/** One rule: folded to its sentence, or opened to be edited. */
export function RuleCard({
  draft,
  sentence,
  place,
  count,
  open,
  problems,
  showAll,
  currencyCode,
  onOpen,
  onChange,
  onMove,
  onRemove,
}: {
  draft: RuleDraft;
  sentence: string;
  place: number;
  count: number;
  open: boolean;
  problems: Partial<Record<string, string>>;
  /** After a refusal every problem is shown, before that those of rows that were touched. */
  showAll: boolean;
  currencyCode: string;
  onOpen: (open: boolean) => void;
  onChange: (draft: RuleDraft) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const title = draft.name.trim() || `Rule ${place + 1}`;
  const has = (key: string) => problems[`rules.${draft.id}.${key}`];
  const problem = (key: string) => (showAll || touched.has(key) ? has(key) : undefined);
  const isWrong = Object.keys(problems).some((key) => key.startsWith(`rules.${draft.id}.`));
  const set = (key: string, value: string) => {
    setTouched((before) => new Set(before).add(key));
    onChange({ ...draft, [key]: value });
  };
  const drop = (key: string) => {
    const { [key]: _, ...rest } = draft;
    onChange(rest as RuleDraft);
  };
  const close = () => {
    setTouched(new Set(Object.keys(draft).concat("says", "name")));
    if (!isWrong) onOpen(false);
  };
  const shown = (prefix: string, keys: readonly string[]) => keys.filter((key) => draft[`${prefix}.${key}`] !== undefined);
  const rowId = (key: string) => `rule-${draft.id}-${key}`;
  return (
    <li className="ot-rule" data-open={open || undefined}>
      <div className="ot-rule-head">
        <span className="ot-rule-place">{place + 1}</span>
        <div className="ot-rule-title">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          {!open && (
            <Text as="p" tone={isWrong ? "critical" : "subdued"}>
              {isWrong ? "Something in this rule needs to be corrected." : sentence}
            </Text>
          )}
        </div>
        <div className="ot-order-buttons">
          <Button
            id={rowId("up")}
            variant="tertiary"
            disabled={place === 0}
            accessibilityLabel={`Move ${title} up`}
            onClick={() => onMove(-1)}
          >
            Up
          </Button>
          <Button
            id={rowId("down")}
            variant="tertiary"
            disabled={place === count - 1}
            accessibilityLabel={`Move ${title} down`}
            onClick={() => onMove(1)}
          >
            Down
          </Button>
          {!open && (
            <Button id={rowId("edit")} variant="tertiary" accessibilityLabel={`Edit ${title}`} onClick={() => onOpen(true)}>
              Edit
            </Button>
          )}
          <Button variant="tertiary" tone="critical" accessibilityLabel={`Remove ${title}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      </div>
      {open && (
        <div className="ot-rule-body">
          <TextField
            id={rowId("name")}
            label="Name"
            placeholder="Sale items"
            autoComplete="off"
            maxLength={80}
            value={draft.name}
            error={problem("name")}
            helpText="For you and your team. Shoppers do not see it."
            onChange={(value) => set("name", value)}
          />
          <fieldset className="ot-rule-part">
            <legend>For which returns</legend>
            {shown("when", conditionKeys).length === 0 && (
              <Text as="p" tone="subdued">
                For everything. Add a condition to narrow it down.
              </Text>
            )}
            {conditionKeys
              .filter((key) => draft[`when.${key}`] !== undefined)
              .map((key) => (
                <RowOf key={key} label={conditionWords[key]} onRemove={() => drop(`when.${key}`)}>
                  <ConditionRow
                    id={rowId(`when-${key}`)}
                    row={key}
                    value={draft[`when.${key}`] ?? ""}
                    error={problem(`when.${key}`)}
                    currencyCode={currencyCode}
                    onChange={(value) => set(`when.${key}`, value)}
                  />
                </RowOf>
              ))}
            <AddRow
              label="Add a condition"
              keys={conditionKeys.filter((key) => draft[`when.${key}`] === undefined)}
              words={conditionWords}
              onAdd={(key: keyof RuleConditions) => onChange({ ...draft, [`when.${key}`]: "" })}
            />
          </fieldset>
          <fieldset className="ot-rule-part">
            <legend>What is different</legend>
            {effectKeys
              .filter((key) => draft[`says.${key}`] !== undefined)
              .map((key) => (
                <RowOf key={key} label={effectWords[key]} onRemove={() => drop(`says.${key}`)}>
                  <EffectRow
                    id={rowId(`says-${key}`)}
                    row={key}
                    value={draft[`says.${key}`] ?? ""}
                    error={problem(`says.${key}`)}
                    currencyCode={currencyCode}
                    onChange={(value) => set(`says.${key}`, value)}
                  />
                </RowOf>
              ))}
            {problem("says") && <InlineError message={problem("says") ?? ""} fieldID={rowId("says")} />}
            <AddRow
              label="Add what is different"
              keys={effectKeys.filter((key) => draft[`says.${key}`] === undefined)}
              words={effectWords}
              onAdd={(key: keyof RuleEffects) => onChange({ ...draft, [`says.${key}`]: beginnings[key] ?? "" })}
            />
          </fieldset>
          <div>
            <Button onClick={close}>Done</Button>
          </div>
        </div>
      )}
    </li>
  );
}
