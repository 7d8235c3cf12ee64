import { Button, TextField } from "@shopify/polaris";
import { type Ref, useState } from "react";
import { filledTemplate } from "#app/channels/whatsapp/message-template.ts";
import { WithPlaces } from "./template-fields.tsx";
import { type TemplatesAnswer, type TemplateView, templateCategory, templateLanguage, templateTitle } from "./template-words.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";

type Props = {
  root: Ref<HTMLElement>;
  answer: Extract<TemplatesAnswer, { state: "ready" }>;
  onPick(one: TemplateView): void;
  onReload(): void;
};

/** With fewer nobody searches. */
const searchFrom = 7;
const mostShown = 50;

/** The shop's approved templates, those in the shopper's language first. */
export function TemplateList({ root, answer, onPick, onReload }: Props) {
  const [query, setQuery] = useState("");
  const { templates, language, left } = answer;
  const wanted = query.trim().toLowerCase();
  const found = templates.filter((one) =>
    `${templateTitle(one.name)} ${one.body} ${templateLanguage(one.language)}`.toLowerCase().includes(wanted),
  );
  const isOwn = (one: TemplateView) => one.language.slice(0, 2) === language;
  if (templates.length === 0) {
    return (
      <div className="ot-templates ot-templates-none">
        <p>
          {left > 0
            ? "All approved templates have a picture, a file or a code in them, which cannot be filled in here."
            : "The shop has no approved template. Make one in WhatsApp Manager; once WhatsApp has approved it, it can be sent from here."}
        </p>
        <Button onClick={onReload}>Look again</Button>
      </div>
    );
  }
  return (
    <section ref={root} className="ot-templates" aria-label="WhatsApp templates">
      {templates.length >= searchFrom && (
        <TextField
          label="Search templates"
          labelHidden
          placeholder="Search templates"
          autoComplete="off"
          value={query}
          onChange={setQuery}
        />
      )}
      <ul className="ot-templates-list" aria-label="Approved templates">
        {found.slice(0, mostShown).map((one) => (
          <li key={`${one.name} ${one.language}`}>
            <button type="button" onClick={() => onPick(one)}>
              <strong>{templateTitle(one.name)}</strong>
              <small data-own={isOwn(one)}>
                {templateLanguage(one.language)} · {templateCategory(one.category)}
              </small>
              <span>
                <WhatsAppText
                  text={filledTemplate(one, one.suggested).body}
                  inner={(words) => <WithPlaces text={words} template={one} />}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="ot-muted">No template fits.</p>}
      <p className="ot-templates-note">
        <span>
          {found.length > mostShown && `${found.length - mostShown} more: search for them. `}
          {left > 0 && `${left === 1 ? "One more has" : `${left} more have`} a picture, file or code and cannot be filled in here.`}
        </span>
        <Button variant="plain" onClick={onReload}>
          Look again
        </Button>
      </p>
    </section>
  );
}
