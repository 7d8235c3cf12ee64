import { ChannelMark } from "#app/ui/channel-mark.tsx";
import { Blocks } from "./blocks.tsx";
import { Files } from "./files.tsx";
import { MarkWrong } from "./mark-wrong.tsx";
import { Photos } from "./photos.tsx";
import type { ThreadItem } from "./thread-view.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";

/** The whole story in time order. */
export function ThreadView({ items, defaultName }: { items: ThreadItem[]; defaultName?: string }) {
  return (
    <ol className="ot-thread" aria-label="Messages">
      {items.map((item) => (
        <Item key={item.key} item={item} defaultName={defaultName} />
      ))}
    </ol>
  );
}

/** `defaultName`: where staff may say that an answer was wrong. */
function Item({ item, defaultName }: { item: ThreadItem; defaultName?: string }) {
  if (item.kind === "day") return <li className="ot-day">{item.text}</li>;
  if (item.kind === "channel") {
    return (
      <li className="ot-switch">
        <ChannelMark channel={item.channel} />
        {item.text}
      </li>
    );
  }
  if (item.kind === "event") {
    return (
      <li className="ot-event">
        <span>
          {item.text} <time>{item.clock}</time>
        </span>
      </li>
    );
  }
  return (
    <li className="ot-message" data-author={item.author}>
      <div className="ot-bubble">
        {item.deleted ? <p className="ot-muted">This message was deleted by its writer.</p> : <Words item={item} />}
        {item.translation && (
          <p className="ot-translation">
            <span>{item.translation.own ? "Written as" : "Translated"}</span>
            {asOn(item.channel, item.translation.text)}
            {item.translation.doubtful && <em>Its figures differ from the original: go by that.</em>}
          </p>
        )}
        <Photos photos={item.photos} />
        <Files files={item.files} />
        {item.notes.map((note) => (
          <p key={note} className="ot-muted">
            {note}
          </p>
        ))}
      </div>
      <p className="ot-meta">
        <span>{item.name}</span>
        <time dateTime={item.at}>{item.clock}</time>
        {item.delivery && <span data-tone={item.delivery.tone}>{item.delivery.text}</span>}
      </p>
      {item.author === "assistant" && defaultName && !item.deleted && (
        <MarkWrong messageId={item.key} wrong={item.wrong} defaultName={defaultName} />
      )}
    </li>
  );
}

function Words({ item }: { item: Extract<ThreadItem, { kind: "message" }> }) {
  const words = (text: string) => asOn(item.channel, text);
  if (item.blocks) return <Blocks blocks={item.blocks} words={words} />;
  return item.text ? <p>{words(item.text)}</p> : null;
}

/** As the channel's own app shows it. */
const asOn = (channel: string, text: string) => (channel === "whatsapp" ? <WhatsAppText text={text} /> : text);
