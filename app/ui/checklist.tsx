import { Button } from "@shopify/polaris";
import { Section } from "#app/ui/page.tsx";

export type Step = { title: string; help?: string; done: boolean; action?: { label: string; url: string; leavesApp?: boolean } };

/** What is left to set up. The first open step is the most visible. */
export function Checklist({ steps }: { steps: Step[] }) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Section title="Set-up" hint={next ? `${done} of ${steps.length} done` : "Everything is set up."}>
      <ul className="ot-checklist">
        {steps.map((step) => (
          <li key={step.title}>
            <span className="ot-tick" data-done={step.done} aria-hidden="true" />
            <div>
              <span className="ot-hidden">{step.done ? "Done: " : "To do: "}</span>
              {step.title}
              {step.help && <div className="ot-muted">{step.help}</div>}
            </div>
            {step.action && !step.done && (
              <Button
                url={step.action.url}
                target={step.action.leavesApp ? "_top" : undefined}
                variant={step === next ? "primary" : undefined}
              >
                {step.action.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
