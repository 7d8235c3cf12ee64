/** Own line drawings in a 20-unit box. */
const paths = {
  close: "M5 5l10 10M15 5L5 15",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  send: "M3.5 10L16.5 4l-4 12.5-3-5z",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  back: "M12 4.5L6.5 10l5.5 5.5",
  down: "M10 4v11M5.5 11l4.5 4.5 4.5-4.5",
  out: "M8 5H5v10h10v-3M11 5h4v4M15 5l-6 6",
  camera: "M3 7h3l1.5-2.5h5L14 7h3v9H3zM10 8.5a2.7 2.7 0 100 5.4 2.7 2.7 0 000-5.4",
  edit: "M4 16l1-4 8-8 3 3-8 8z",
};

export function Icon({ name, class: extra = "" }: { name: keyof typeof paths; class?: string }) {
  return (
    <svg class={`icon ${name} ${extra}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
