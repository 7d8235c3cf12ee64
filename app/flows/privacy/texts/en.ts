/** About the shopper's own data. English names the keys. */
export const en = {
  summary:
    "This is what I keep of you: {messages, plural, one {one message} other {# messages}} on {channels}{day, select, other { since {day}}}, {cases, plural, =0 {no requests} one {one request} other {# requests}} and {notes, plural, =0 {no notes of the team} one {one note of the team} other {# notes of the team}}.",
  addresses: "Connected with it: {list}.",
  remembered: "I remember for you: {list}. Write “forget my preferences” to have that removed.",
  scope: "Your orders and your account are kept by the shop itself, in Shopify.",
  scopeUnproven: "I do not know for sure who you are, so this is about this conversation only.",
  buttonExport: "Send me everything",
  buttonForget: "Delete my data",
  exportSent: "A link to everything is on its way to {address}. It can be opened once.",
  exportUnderWay: "The link was sent already. Please look into your mailbox.",
  noMailbox: "There is no mailbox that I know to be yours, so I cannot send it by myself.",
  explain:
    "I would delete our conversations on all channels, your addresses here, requests and notes. What {shop} must keep stays: orders, invoices and your account in Shopify. It cannot be undone.",
  ask: "Shall I delete it?",
  buttonYes: "Yes, delete it",
  buttonNo: "No, keep it",
  erasing: "I am deleting it now, this message too. In a few minutes nothing of it is left here. Whenever you write again, we begin anew.",
  kept: "All right, everything stays as it is.",
  stepLabel: "Own data",
};
