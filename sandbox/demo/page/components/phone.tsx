/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import type { PhoneMessage, PhoneState } from "../../demo-api.ts";
import type { Demo } from "../model.ts";
import { Bubble } from "./bubble.tsx";
import { Device } from "./device.tsx";
import { Mark, placeNames } from "./marks.tsx";
import { Sheet } from "./sheet.tsx";
import { dayAbove } from "./time.tsx";
import { useNewestInView } from "./use-newest-in-view.ts";

/** One phone with one open chat: the shop's account on the other side. */
export function Phone({ demo, phone, now }: { demo: Demo; phone: PhoneState; now: number }) {
  const { channel, messages } = phone;
  const [list, setList] = useState<PhoneMessage | null>(null);
  const thread = useNewestInView<HTMLDivElement>(
    [messages.length, messages.at(-1)?.choices.length, phone.typing, demo.place.value === channel].join(" "),
  );
  const tap = (choiceId: string) => {
    setList(null);
    void demo.act({ act: "phone-tap", channel, choiceId });
  };
  const last = messages.at(-1);
  const shopName = demo.state.value?.shopName ?? "";
  // Instagram's quick replies float under the newest message and go with the next one; WhatsApp's buttons stay where they are.
  const chips = channel === "instagram" && last && !last.mine && !last.deleted ? last.choices : [];
  return (
    <Device demo={demo} place={channel} class={`phone ${channel}`}>
      <header class="device-bar">
        <Mark name={channel} />
        <h2>
          {placeNames[channel]} <small>{phone.owner}’s phone</small>
        </h2>
      </header>
      <div class="contact">
        <span class="avatar" aria-hidden="true">
          {shopName.slice(0, 1)}
        </span>
        <span>{shopName}</span>
      </div>
      <div class="thread" ref={thread} role="log" aria-label={`Messages on ${placeNames[channel]}`}>
        {messages.length === 0 && !phone.typing && (
          <p class="empty">
            <strong>No messages yet</strong>
            Write something, as {phone.owner} would.
          </p>
        )}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const after = messages[index + 1];
          const day = dayAbove(message.at, before?.at, now);
          const joined = !day && before?.mine === message.mine && message.at - before.at < 120_000;
          const joins = after?.mine === message.mine && after.at - message.at < 120_000;
          return (
            <div key={message.id} class={joined ? "row joined" : "row"} data-mine={message.mine}>
              {day && <p class="day">{day}</p>}
              <Bubble
                message={message}
                from={shopName}
                channel={channel}
                timed={channel === "whatsapp" || !joins}
                onTap={tap}
                onList={setList}
              />
            </div>
          );
        })}
        {phone.typing && (
          <div class="row" data-mine={false}>
            <p class="bubble typing">
              <span class="hidden">The shop is writing</span>
              <i />
              <i />
              <i />
            </p>
          </div>
        )}
        {chips.length > 0 && (
          <div class="chips">
            {chips.map((choice) => (
              <button key={choice.id} type="button" class="chip" onClick={() => tap(choice.id)}>
                {choice.title}
              </button>
            ))}
          </div>
        )}
      </div>
      <Composer demo={demo} phone={phone} />
      {list && <Sheet message={list} onTap={tap} onClose={() => setList(null)} />}
    </Device>
  );
}

function Composer({ demo, phone: { channel } }: { demo: Demo; phone: PhoneState }) {
  const text = demo.drafts.value[channel];
  const send = () => void demo.sendFromPhone(channel);
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        id={`compose-${channel}`}
        rows={1}
        value={text}
        placeholder="Message"
        aria-label={`Message on ${placeNames[channel]}`}
        onInput={(event) => demo.write(channel, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" aria-label="Send" disabled={!text.trim()}>
        <Mark name="send" />
      </button>
    </form>
  );
}
