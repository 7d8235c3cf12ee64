import type { WidgetModel } from "../models/widget.ts";
import type { Block } from "../protocol.ts";

export type WithWidget = { widget: WidgetModel };

/** What every block view gets: its block, and what the shopper said after it (`live`: nothing yet). */
export type BlockProps<Kind extends Block["kind"]> = WithWidget & { block: Extract<Block, { kind: Kind }>; live: boolean; answer?: string };
