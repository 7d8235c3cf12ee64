/** @jsxImportSource preact */
import { safeUrl } from "#widget/links.ts";
import type { PhoneChannel, PhoneMessage } from "../../demo-api.ts";
import { Mark } from "./marks.tsx";
import { RichText } from "./text.tsx";
import { Clock } from "./time.tsx";

type BubbleProps = {
  message: PhoneMessage;
  /** The shop's name. */
  from: string;
  channel: PhoneChannel;
  timed: boolean;
  onTap: (choiceId: string) => void;
  onList: (message: PhoneMessage) => void;
};

/** One message. On WhatsApp its buttons hang under it and stay tappable, as on a real phone, even when they are old. */
export function Bubble({ message, from, channel, timed, onTap, onList }: BubbleProps) {
  if (message.deleted) {
    return (
      <p class="bubble deleted">
        Message deleted <Clock at={message.at} />
      </p>
    );
  }
  const href = safeUrl(message.link?.url);
  const buttons = channel === "whatsapp" ? message.choices : [];
  return (
    <div class="bubble">
      <span class="hidden">{message.mine ? "You: " : `${from}: `}</span>
      {message.image && (
        <span class="photo">
          <Mark name="picture" /> Photo
        </span>
      )}
      {message.text && (
        <p>
          <RichText text={message.text} stars={channel === "whatsapp"} />
        </p>
      )}
      {timed && <Clock at={message.at} />}
      {message.link && href && (
        <a class="bubble-button" href={href} target="_blank" rel="noopener">
          <Mark name="open" />
          {message.link.label}
        </a>
      )}
      {message.listButton && buttons.length > 0 ? (
        <button type="button" class="bubble-button" aria-haspopup="dialog" onClick={() => onList(message)}>
          <Mark name="list" />
          {message.listButton}
        </button>
      ) : (
        buttons.map((choice) => (
          <button key={choice.id} type="button" class="bubble-button" onClick={() => onTap(choice.id)}>
            {choice.title}
          </button>
        ))
      )}
    </div>
  );
}
