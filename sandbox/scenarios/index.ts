import { cancel } from "./cancel.ts";
import { damageWithPhotos } from "./damage-with-photos.ts";
import { declined } from "./declined.ts";
import { didItShip } from "./did-it-ship.ts";
import { dressTwoDaysLater } from "./dress-two-days-later.ts";
import { exchangeEven } from "./exchange-even.ts";
import { exchangeOwed } from "./exchange-owed.ts";
import { foreignCurrency } from "./foreign-currency.ts";
import { gift } from "./gift.ts";
import { interruptedReturn } from "./interrupted-return.ts";
import { keepItem } from "./keep-item.ts";
import { newAddress } from "./new-address.ts";
import { nightChatMorningEmail } from "./night-chat-morning-email.ts";
import { refund } from "./refund.ts";
import type { Story } from "./stage.ts";
import { storeCredit } from "./store-credit.ts";
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
  exchangeEven,
  exchangeOwed,
  storeCredit,
  keepItem,
  refund,
  declined,
  damageWithPhotos,
  gift,
  foreignCurrency,
];
