import { Link } from "@remix-run/react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import type { When } from "#app/ui/when.ts";

export type QueueRow = {
  conversationId: string;
  /** Which state of it this is. */
  revision: number;
  /** The case that the row speaks of. */
  caseId: string | null;
  name: string;
  channel: string;
  when: When;
  /** What it is about, in a few words. */
  topic: string;
  preview: string;
  next: string;
  unread: boolean;
  waiting: boolean;
  /** When it is back, where staff have put it aside. */
  snoozed: string | null;
  /** The time a person has to answer; null when nobody waits or none is set. */
  due: { state: "waiting" | "soon" | "late"; text: string } | null;
};

type Props = {
  rows: QueueRow[];
  selected?: string;
  search: string;
  chosen: ReadonlySet<string>;
  onChoose: (conversationId: string) => void;
};

/** The queue: who, about what, what is expected next. */
export function Queue({ rows, selected, search, chosen, onChoose }: Props) {
  return (
    <ul className="ot-queue">
      {rows.map((row) => (
        <li
          key={row.conversationId}
          data-row={row.conversationId}
          data-revision={row.revision}
          data-chosen={chosen.has(row.conversationId)}
        >
          <label className="ot-choose">
            <input type="checkbox" checked={chosen.has(row.conversationId)} onChange={() => onChoose(row.conversationId)} />
            <span className="ot-hidden">Choose {row.name}</span>
          </label>
          <Link
            to={`/app/inbox/${row.conversationId}${search}`}
            className="ot-row"
            aria-current={row.conversationId === selected ? "page" : undefined}
            data-unread={row.unread}
            prefetch="none"
            preventScrollReset
          >
            <span className="ot-row-top">
              <ChannelMark channel={row.channel} />
              <span className="ot-row-name">{row.name}</span>
              {row.unread && <span className="ot-hidden">, unread</span>}
              <time dateTime={row.when.iso} title={row.when.full}>
                {row.when.short}
              </time>
            </span>
            <span className="ot-row-topic">{row.topic ? `${row.topic}: ${row.preview}` : row.preview}</span>
            <span className="ot-row-next" data-waiting={row.waiting && row.snoozed === null}>
              {row.snoozed ?? row.next}
              {row.due && (
                <span className="ot-due" data-state={row.due.state}>
                  {row.due.text}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
