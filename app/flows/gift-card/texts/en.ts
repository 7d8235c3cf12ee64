/** About gift cards. English names the keys. */
export const en = {
  intro: "{count, plural, one {Your gift card} other {Your gift cards}} at {shop}:",
  until: "{card}: {amount}, valid until {day}",
  open: "{card}: {amount}, no end date",
  empty: "{card}: used up",
  expired: "{card}: expired on {day}",
  off: "{card}: deactivated by the shop, it can no longer be used",
  more: "{count, plural, one {and one more} other {and # more}}",
  none: "I find no gift card at {shop} under an address that I know to be yours.",
  elsewhere: "If it belongs to another e-mail address, write that one and a code goes there.",
  unavailable: "I cannot look into the gift cards of {shop}. A colleague can tell you what is left on yours.",
  secret: "Please keep the code of a gift card to yourself: whoever has it can spend the card. I do not need it and have not kept it.",
  askContact:
    "To be sure the card is yours, please write the e-mail address it belongs to, as in your account or your order. Six digits will be sent there.",
  codeSent:
    "If {shop} knows a customer with that, a code of six digits is on its way to their e-mail address. Please write it here within {minutes} minutes.",
  gladly: "Gladly.",
  person: "Talk to a person",
  stepLabel: "Gift card balance",
};
