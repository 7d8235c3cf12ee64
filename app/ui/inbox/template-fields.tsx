import { TextField } from "@shopify/polaris";
import { filledTemplate, type SlotProblem } from "#app/channels/whatsapp/message-template.ts";
import { shortLabel, slotLabel, type TemplateView } from "./template-words.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";

type Fields = {
  template: TemplateView;
  values: Record<string, string>;
  problem: SlotProblem | null;
  onChange(key: string, value: string): void;
};

/** One field for each place of the template that is open. */
export function TemplateFields({ template, values, problem, onChange }: Fields) {
  if (template.slots.length === 0) return null;
  return (
    <div className="ot-templates-fields">
      {template.slots.map((slot) => (
        <TextField
          key={slot.key}
          label={slotLabel(slot)}
          autoComplete="off"
          maxLength={1024}
          value={values[slot.key] ?? ""}
          placeholder={slot.example ? `For example: ${slot.example}` : ""}
          {...(problem?.key === slot.key && { error: problem.problem })}
          onChange={(value) => onChange(slot.key, value)}
        />
      ))}
    </div>
  );
}

/** The template as the shopper will see it: by the same rules it is sent with. */
export function TemplatePreview({ template, values }: Pick<Fields, "template" | "values">) {
  const { header, body, footer, buttons } = filledTemplate(template, values);
  return (
    <section className="ot-phone" aria-label="How it arrives on WhatsApp">
      <div className="ot-phone-bubble">
        {header && (
          <strong>
            <WithPlaces text={header} template={template} />
          </strong>
        )}
        <p>
          <WhatsAppText text={body} inner={(words) => <WithPlaces text={words} template={template} />} />
        </p>
        {footer && <small>{footer}</small>}
      </div>
      {buttons.map((one) => (
        <span key={one.text} className="ot-phone-button" title={one.url}>
          {one.text}
        </span>
      ))}
    </section>
  );
}

/** Words of a template in which whatever is still open is marked by what it stands for. */
export function WithPlaces({ text, template }: { text: string; template: TemplateView }) {
  return text.split(/(\{\{[^{}]*\}\})/).map((part, place) => {
    const key = `${String(place)}-${part}`;
    const slot = part.startsWith("{{") && template.slots.find((one) => one.name === part.replace(/[{}\s]/g, ""));
    return slot ? <mark key={key}>{shortLabel(slot)}</mark> : <span key={key}>{part}</span>;
  });
}
