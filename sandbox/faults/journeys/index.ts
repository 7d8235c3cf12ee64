import type { Play } from "../play.ts";
import { attachments } from "./attachments.ts";
import { backOffice } from "./back-office.ts";
import { begun } from "./begun.ts";
import { chats } from "./chats.ts";
import { desk } from "./desk.ts";
import { drafts } from "./drafts.ts";
import { labels } from "./labels.ts";
import { merchant } from "./merchant.ts";
import { moves } from "./moves.ts";
import { orders } from "./orders.ts";
import { outwards } from "./outwards.ts";
import { photos } from "./photos.ts";
import { returns } from "./returns.ts";
import { staff } from "./staff.ts";
import { troubles } from "./troubles.ts";

/** Something people do, as short as it can be. Rejects when the app does not do its part. */
export type Journey = {
  name: string;
  /** So much time passes in it that what comes round by itself comes round. */
  timePasses?: true;
  play(play: Play): Promise<void>;
};

export const journeys: Journey[] = [
  ...chats,
  ...returns,
  ...backOffice,
  ...orders,
  ...photos,
  ...moves,
  ...staff,
  ...attachments,
  ...desk,
  ...drafts,
  ...merchant,
  ...begun,
  ...outwards,
  ...labels,
  ...troubles,
];
