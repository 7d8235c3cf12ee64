import { cancel } from "./cancel.ts";
import { didItShip } from "./did-it-ship.ts";
import { dressTwoDaysLater } from "./dress-two-days-later.ts";
import { interruptedReturn } from "./interrupted-return.ts";
import { newAddress } from "./new-address.ts";
import { nightChatMorningEmail } from "./night-chat-morning-email.ts";
import type { Story } from "./stage.ts";
import { whatsappThenWidget } from "./whatsapp-then-widget.ts";
import { withdrawal } from "./withdrawal.ts";

export const stories: Story[] = [
  didItShip,
  interruptedReturn,
  dressTwoDaysLater,
  nightChatMorningEmail,
  whatsappThenWidget,
  cancel,
  newAddress,
  withdrawal,
];
