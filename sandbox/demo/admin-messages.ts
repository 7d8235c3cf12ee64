/** What the admin and the stand-in for App Bridge inside its frame tell each other, as Shopify's two halves do. */
export type ToAdmin =
  | { onethread: "page"; path: string; entries: { path: string; label: string }[] }
  | { onethread: "toast"; text: string; isError: boolean }
  | { onethread: "save-bar"; id: string; open: boolean }
  | { onethread: "loading"; on: boolean };
export type ToFrame = { onethread: "go"; path: string } | { onethread: "save-bar-pressed"; id: string; button: "save" | "discard" };
