import { channelName } from "#app/ui/words.ts";

/** One drawing per channel on a 16-unit grid; our own, quiet, told apart by shape first and colour second. */
const drawings: Record<string, string> = {
  widget: "M3 3h10v7H8l-3 3v-3H3z",
  instagram: "M4 3h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM11.2 4.6v.1",
  whatsapp: "M8 2.8a5.2 5.2 0 0 0-4.5 7.8L2.8 13.2l2.7-.7A5.2 5.2 0 1 0 8 2.8zM6 6.2c0 2 1.8 3.8 3.8 3.8",
  email: "M2.5 4h11v8h-11zM2.5 4.5 8 9l5.5-4.5",
  sms: "M5 2.5h6v11H5zM7 11.5h2",
  note: "M4 2.5h8v11H4zM6 6h4M6 8.5h4",
};

/** The channel's sign; its name on hover and for screen readers. */
export function ChannelMark({ channel, named = false }: { channel: string; named?: boolean }) {
  const name = channelName(channel);
  return (
    <span className="ot-mark" data-channel={channel} title={name}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={drawings[channel] ?? drawings.widget} />
      </svg>
      <span className={named ? undefined : "ot-hidden"}>{name}</span>
    </span>
  );
}
