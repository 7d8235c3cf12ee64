import { Link } from "@remix-run/react";
import { Badge } from "@shopify/polaris";
import type { ReactNode } from "react";
import { noteParts } from "#app/domain/staff/mentions.ts";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import type { DeedView } from "#app/ui/returns/deeds.tsx";
import { EarlierReturn } from "#app/ui/returns/earlier-return.tsx";
import { HeldDecision, type HeldView } from "#app/ui/returns/held-decision.tsx";
import { PendingDeeds } from "#app/ui/returns/pending-deeds.tsx";
import { ReturnDesk } from "#app/ui/returns/return-desk.tsx";
import { Assignment, type AssignmentView } from "#app/ui/routing/assignment.tsx";
import { CloseCase } from "./close-case.tsx";
import { LiveCustomer } from "./live-customer.tsx";
import { LiveOrder } from "./live-order.tsx";
import type { PhotoView } from "./photo-view.ts";
import { Photos } from "./photos.tsx";
import { Promises, type PromiseView } from "./promises.tsx";
import type { RatingView } from "./rating-view.ts";
import { SameMatter } from "./same-matter.tsx";
import type { WithdrawalView } from "./withdrawal-view.ts";

export type CaseView = {
  id: string;
  /** As it was read: closing says which state of it was seen. */
  version: number;
  topic: string;
  status: string;
  waiting: boolean;
  reason: string | null;
  summary: string | null;
  expecting: string | null;
  steps: { label: string; value: string | null; done: boolean }[];
  photos: PhotoView[];
  hasOrder: boolean;
  /** Present while a person has it or is waited for. */
  assignment: AssignmentView | null;
  /** What the shopper has said yes to and waits for a person. */
  held: HeldView | null;
  /** What is being done in the store about it. */
  deeds: DeedView[];
  /** Present where the case has a return that staff can work on. */
  desk: DeedView[] | null;
  /** Changes with the case: the order is read again then. */
  changed: string;
};
export type PersonView = { id: string; channel: string | null; kind: string; label: string; level: string };
export type RelationView = { id: string; conversationId: string; label: string; why: string };
/** `names`: of those it names by "@" who are still there. */
export type NoteView = { id: string; author: string; text: string; names: string[]; when: string };
export type ContextView = {
  conversationId: string;
  cases: CaseView[];
  earlier: { id: string; topic: string; status: string; when: string; desk: DeedView[] | null }[];
  defaultName: string;
  people: PersonView[];
  relations: RelationView[];
  notes: NoteView[];
  /** Somebody is proven or vouched for, so that Shopify can be asked who they are. */
  hasCustomer: boolean;
  /** Changes with what the shopper does: the customer is read again then. */
  changed: string;
  /** What they asked to be remembered. */
  preferences: string[];
  withdrawals: WithdrawalView[];
  /** What was promised and is open. */
  promises: PromiseView[];
  /** How the shopper found our help last. */
  rating: RatingView | null;
};

/** Everything needed to go on, in the order staff need it. */
export function ContextPanel({ view }: { view: ContextView }) {
  return (
    <div className="ot-context">
      {view.cases.length === 0 && (
        <Part title="Nothing open">
          <p className="ot-muted">The assistant answers the next message. Write or take over to answer yourself.</p>
        </Part>
      )}
      {view.cases.map((one) => (
        <CasePart
          key={one.id}
          view={one}
          defaultName={view.defaultName}
          others={view.cases.filter((other) => other.id !== one.id).map(({ id, topic }) => ({ id, topic }))}
        />
      ))}
      {view.promises.length > 0 && (
        <Part title="Promised">
          <Promises promises={view.promises} />
        </Part>
      )}
      {view.withdrawals.map((one) => (
        <Part key={one.id} title={one.title}>
          {one.statements.map((statement) => (
            <p key={statement}>{statement}</p>
          ))}
          <ul className="ot-lines">
            {one.lines.map((line) => (
              <li key={line.text}>{line.doubtful ? <strong>{line.text}</strong> : line.text}</li>
            ))}
          </ul>
        </Part>
      ))}
      <Part title="Who this is">
        <ul className="ot-people">
          {view.people.map((person) => (
            <li key={person.id}>
              {person.channel && <ChannelMark channel={person.channel} />}
              <span>
                {person.label}
                <small>{person.kind}</small>
              </span>
              <Badge tone={person.level === "Verified" ? "success" : undefined}>{person.level}</Badge>
            </li>
          ))}
        </ul>
        {view.relations.length > 0 && (
          <div className="ot-unproven">
            <p>Perhaps the same person, not proven:</p>
            <ul>
              {view.relations.map((relation) => (
                <li key={relation.id}>
                  <Link to={`/app/inbox/${relation.conversationId}`}>{relation.label}</Link> <small>{relation.why}</small>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Link to={`/app/shoppers/${view.conversationId}`}>All contacts and proofs</Link>
      </Part>
      <Part title="Customer">
        {view.hasCustomer ? (
          <LiveCustomer conversationId={view.conversationId} changed={view.changed} openCases={view.cases.length} />
        ) : (
          <p className="ot-muted">Orders and spending are shown once it is proven who writes.</p>
        )}
      </Part>
      {view.rating && (
        <Part title="Last rated our help">
          <p className="ot-rating" data-bad={view.rating.bad}>
            {view.rating.words} <small>{view.rating.when}</small>
          </p>
        </Part>
      )}
      {view.preferences.length > 0 && (
        <Part title="Remembered">
          <ul className="ot-lines">
            {view.preferences.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Part>
      )}
      {view.earlier.length > 0 && (
        <Part title="Earlier cases">
          <ul className="ot-lines">
            {view.earlier.map((one) => (
              <li key={one.id}>
                {one.topic} <small>{[one.status, one.when].join(", ")}</small>
                {one.desk && <EarlierReturn caseId={one.id} changed={one.when} deeds={one.desk} defaultName={view.defaultName} />}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Notes">
        {view.notes.length === 0 && <p className="ot-muted">No notes yet. Staff see them on every channel, the shopper never.</p>}
        {view.notes.map((note) => (
          <div key={note.id} className="ot-note">
            <p>
              {noteParts(note.text, note.names).map((part, place) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: a note never changes.
                part.isName ? <strong key={place}>{part.text}</strong> : part.text,
              )}
            </p>
            <small>
              {note.author}, {note.when}
            </small>
          </div>
        ))}
      </Part>
    </div>
  );
}

type CasePartProps = { view: CaseView; defaultName: string; others: { id: string; topic: string }[] };

function CasePart({ view, defaultName, others }: CasePartProps) {
  const done = view.steps.filter((step) => step.done).length;
  return (
    <Part title={view.topic} badge={<Badge tone={view.waiting ? "attention" : undefined}>{view.status}</Badge>}>
      {view.summary && <p className="ot-summary">{view.summary}</p>}
      {view.reason && (
        <p>
          <strong>Handed over because</strong> {view.reason}.
        </p>
      )}
      {view.assignment && <Assignment view={view.assignment} defaultName={defaultName} />}
      {view.held && <HeldDecision view={view.held} />}
      <Photos photos={view.photos} told />
      {view.hasOrder && <LiveOrder caseId={view.id} changed={view.changed} />}
      {view.desk && <ReturnDesk caseId={view.id} changed={view.changed} deeds={view.desk} defaultName={defaultName} />}
      {!view.desk && <PendingDeeds deeds={view.deeds} defaultName={defaultName} />}
      {view.steps.length > 0 && (
        <>
          <p className="ot-muted">
            {done} of {view.steps.length} steps done
          </p>
          <ul className="ot-steps">
            {view.steps.map((step) => (
              <li key={step.label} data-done={step.done}>
                <span className="ot-hidden">{step.done ? "Done: " : "Open: "}</span>
                {step.label}
                {step.value && <small>{step.value}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      <SameMatter caseId={view.id} others={others} defaultName={defaultName} />
      <CloseCase caseId={view.id} version={view.version} defaultName={defaultName} />
    </Part>
  );
}

function Part({ title, badge, children }: { title: string; badge?: ReactNode; children: ReactNode }) {
  return (
    <section className="ot-part">
      <h2>
        {title} {badge}
      </h2>
      {children}
    </section>
  );
}
