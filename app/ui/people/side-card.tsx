import { Link } from "@remix-run/react";
import type { DragEvent } from "react";
import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { channelName } from "#app/ui/words.ts";
import type { SideView } from "./people-view.ts";

const dragType = "text/x-onethread-shopper";

/** One shopper at a glance. Dropping another card on it asks to merge the two; the buttons beside do the same. */
export function SideCard({ side, onDropped }: { side: SideView; onDropped?: (other: string) => void }) {
  const take = (event: DragEvent) => {
    event.preventDefault();
    event.currentTarget.removeAttribute("data-over");
    const other = event.dataTransfer.getData(dragType);
    if (other && other !== side.conversationId) onDropped?.(other);
  };
  return (
    <article
      className="ot-side-card"
      aria-label={side.name}
      draggable={onDropped !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, side.conversationId);
        event.dataTransfer.effectAllowed = "link";
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.currentTarget.setAttribute("data-over", "true");
      }}
      onDragLeave={(event) => event.currentTarget.removeAttribute("data-over")}
      onDrop={take}
    >
      <h3>
        <Link to={`/app/shoppers/${side.conversationId}`} draggable={false}>
          {side.name}
        </Link>
      </h3>
      <ul className="ot-people">
        {side.contacts.map((one) => (
          <li key={one.id}>
            {one.channel && <ChannelMark channel={one.channel} />}
            <span>
              {one.label} {one.label !== one.kind && <small>{one.kind}</small>}
            </span>
          </li>
        ))}
      </ul>
      {side.moreContacts > 0 && <p className="ot-muted">and {side.moreContacts} more</p>}
      {side.last ? (
        <p className="ot-last">
          “{side.last.words}”
          <small title={side.last.when.full}>
            {channelName(side.last.channel)}, {side.last.when.short}
          </small>
        </p>
      ) : (
        <p className="ot-muted">Has not written yet</p>
      )}
      {side.cases.map((one) => (
        <p key={one.id}>
          {one.topic} <small>{one.status}</small>
        </p>
      ))}
      {side.moreCases > 0 && <p className="ot-muted">and {side.moreCases} more cases</p>}
    </article>
  );
}
