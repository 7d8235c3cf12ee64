/** What is said to somebody who was given a thing. English names the keys. No sum and no name of anybody stands in any of them. */
export const en = {
  step: "Gift",
  shown: "number and postcode of the parcel fit",
  notShown: "not shown yet",
  byPerson: "A thing that was given to you is looked at by a person here. What you told me is with them.",
  askBoth:
    "A gift goes back without the person who bought it: they hear nothing of it, and I show no prices. What is the order number, and what is the postcode of the address the parcel went to? Both are on the parcel or its slip.",
  askNumber: "And what is the order number? It is on the parcel or its slip.",
  askPostcode: "And what is the postcode of the address the parcel went to?",
  noMatch: "Number and postcode don’t fit together, or I can’t find them. Please look at the parcel once more and give me both.",
  locked: "I can’t find it like this, so a person looks at it.",
  fits: "Thank you, that fits.",
  chooseCard: "A gift card",
  nextExchange:
    "This is the exchange: {items} for {item}, nothing to pay. The new item goes to the address of the parcel, once the shop has booked what you send back.",
  nextCard:
    "This goes back: {items}. Once the shop has it, you get a gift card for what was paid for it, here in this conversation. The sum is on the card.",
  byTeam: "When you say yes, the team looks at it first and decides.",
  confirmExchange: "Yes, exchange it",
  confirmCard: "Yes, for a gift card",
  notEven: "That one does not cost the same, so it can’t be exchanged without money.",
  held: "It is with the team now. They look at it first.",
  registered: "Your gift card comes once the shop has booked what you send back.",
  booked: "The shop has booked what you sent back with {name}.",
  dropped: "The team took the new item out of {name}. It goes on as a return for a gift card.",
  card: "Your gift card of {shop} is worth {amount}. Its code is {code}; enter it at the checkout. Keep it like cash.",
};
