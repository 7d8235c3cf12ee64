import { Button, Checkbox, InlineError, Text } from "@shopify/polaris";
import { readList } from "#app/domain/shops/field-forms.ts";
import { useKeptFocus } from "./kept-focus.ts";

type Choices = {
  label: string;
  name?: string;
  /** The chosen ones, "a, b". */
  value: string;
  words: Record<string, string>;
  error?: string;
  help?: string;
  onChange: (value: string) => void;
};

/** Any of a few, in no order. */
export function SomeOf({ label, name, value, words, error, help, onChange }: Choices) {
  const chosen = readList(value);
  const toggle = (one: string, on: boolean) =>
    onChange(
      Object.keys(words)
        .filter((key) => (key === one ? on : chosen.includes(key)))
        .join(", "),
    );
  return (
    <fieldset className="ot-choices">
      <legend>{label}</legend>
      <div className="ot-choice-row">
        {Object.entries(words).map(([key, word]) => (
          <Checkbox
            key={key}
            label={word.charAt(0).toUpperCase() + word.slice(1)}
            checked={chosen.includes(key)}
            onChange={(on) => toggle(key, on)}
          />
        ))}
      </div>
      <Below name={name ?? label} error={error} help={help} />
      {name && <input type="hidden" name={name} value={value} />}
    </fieldset>
  );
}

/** Some of a few, the best first: the chosen ones can be moved, the others added. */
export function OrderOf({ label, name, value, words, error, help, onChange }: Choices) {
  const chosen = readList(value).filter((one) => one in words);
  const others = Object.keys(words).filter((one) => !chosen.includes(one));
  const { keep, place } = useKeptFocus();
  const set = (list: string[]) => onChange(list.join(", "));
  const move = (from: number, to: number) => {
    const list = [...chosen];
    list.splice(to, 0, ...list.splice(from, 1));
    set(list);
  };
  return (
    <fieldset className="ot-choices" ref={place}>
      <legend>{label}</legend>
      {chosen.length > 0 && (
        <ol className="ot-outcomes">
          {chosen.map((one, at) => (
            <li key={one} className="ot-order-item">
              <span>
                {at + 1}. {words[one]}
              </span>
              <span className="ot-order-buttons">
                <Button
                  id={`${label}-${one}-up`}
                  variant="tertiary"
                  accessibilityLabel={`Move ${words[one]} up`}
                  disabled={at === 0}
                  onClick={() => {
                    move(at, at - 1);
                    keep(at === 1 ? `${label}-${one}-down` : `${label}-${one}-up`);
                  }}
                >
                  Up
                </Button>
                <Button
                  id={`${label}-${one}-down`}
                  variant="tertiary"
                  accessibilityLabel={`Move ${words[one]} down`}
                  disabled={at === chosen.length - 1}
                  onClick={() => {
                    move(at, at + 1);
                    keep(at === chosen.length - 2 ? `${label}-${one}-up` : `${label}-${one}-down`);
                  }}
                >
                  Down
                </Button>
                <Button
                  variant="tertiary"
                  accessibilityLabel={`Do not offer ${words[one]}`}
                  onClick={() => set(chosen.filter((other) => other !== one))}
                >
                  Remove
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <div className="ot-choice-row">
          {others.map((one) => (
            <Button key={one} variant="secondary" size="slim" onClick={() => set([...chosen, one])}>
              {`Add ${words[one]}`}
            </Button>
          ))}
        </div>
      )}
      <Below name={name ?? label} error={error} help={help} />
      {name && <input type="hidden" name={name} value={value} />}
    </fieldset>
  );
}

function Below({ name, error, help }: { name: string; error?: string; help?: string }) {
  return (
    <>
      {error && <InlineError message={error} fieldID={name} />}
      {help && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </>
  );
}
