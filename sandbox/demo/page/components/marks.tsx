/** @jsxImportSource preact */
import type { Place } from "../model.ts";

/** The channels' signs, the same shapes as in the staff inbox, and the few other signs of this page: 16-unit grid. */
const drawings = {
  website: "M3 3h10v7H8l-3 3v-3H3z",
  instagram: "M4 3h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM11.2 4.6v.1",
  whatsapp: "M8 2.8a5.2 5.2 0 0 0-4.5 7.8L2.8 13.2l2.7-.7A5.2 5.2 0 1 0 8 2.8zM6 6.2c0 2 1.8 3.8 3.8 3.8",
  mail: "M2.5 4h11v8h-11zM2.5 4.5 8 9l5.5-4.5",
  staff: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.5-2.5 2.5-3.5 5-3.5s4.5 1 5 3.5",
  send: "M8 13V3M4 7l4-4 4 4",
  back: "M10 3 5 8l5 5",
  tick: "M3.5 8.5 6.5 11.5 12.5 5",
  warn: "M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1",
  list: "M3 4.5h10M3 8h10M3 11.5h10",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M6 6h7v7H6zM3 10V3h7",
  open: "M6 4H4v8h8v-2M9 3h4v4M13 3 7.5 8.5",
  reload: "M12.5 6A5 5 0 1 0 13 9M13 2.5V6H9.5",
  picture: "M2.5 3.5h11v9h-11zM3 11l3.5-3.5 2.5 2.5 1.5-1.5 2.5 2.5M10.5 6v.1",
  down: "M4 6l4 4 4-4",
} as const;

export type MarkName = keyof typeof drawings;

export const placeNames: Record<Place, string> = {
  website: "Website",
  instagram: "Instagram",
  whatsapp: "WhatsApp",
  mail: "Mail",
  staff: "Staff",
};

/** A sign without words: the words stand beside it, or in the label of the button around it. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg class={`mark mark-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
