/** English names the keys; the other languages must have each of them. Apostrophes are ’: a straight one quotes in ICU. */
export const en = {
  stepOrder: "Contract",
  stepReceipt: "Receipt to",
  stepConfirm: "Confirmed",
  choose: "You can withdraw from a contract here, without giving a reason. Which order is it? If it is not listed, write its number.",
  askBoth:
    "You can withdraw from a contract here, without giving a reason. Write the order number and the email address that the receipt should go to.",
  askOrder: "Which order is it? Write its number as it stands in your order confirmation.",
  askContact: "Which email address should the receipt for order {order} go to?",
  contactUnclear: "I can’t read an email address in that.",
  orderUnclear: "I can’t read an order number in that.",
  readBack: "This is what you state:\n“I withdraw from the contract for order {order} with {shop}.”\nThe receipt goes to {address}.",
  readBackOnOrder:
    "This is what you state:\n“I withdraw from the contract for order {order} with {shop}.”\nThe receipt goes to the email address on the order.",
  wayBackFee:
    "The goods have arrived, and the way back is yours to pay: you get the shop’s label, and {fee} are taken off what you get back. If you would rather send them by yourself, write to us first, and nothing is taken off.",
  confirm: "Confirm withdrawal",
  keep: "Not now",
  another: "Another order",
  kept: "All right, nothing was stated. You can withdraw any time you like while your right lasts.",
  received: "Your withdrawal from order {order} was received on {when}. Reference: {reference}. The receipt is on its way by email.",
  receivedBefore: "I have your withdrawal from order {order} already. It was received on {when}. Reference: {reference}.",
  cancelling: "The order has not left yet. I’m cancelling it and write as soon as it is done.",
  returning: "I’m registering the return and write as soon as it is done.",
  working: "It is still being carried out. I write as soon as it is done.",
  cancelled: "Order {order} is cancelled. Everything you paid goes back the way you paid.",
  registered:
    "Your return is registered as {name}. Please send the goods back within 14 days. You get back what you paid for them, and the standard delivery costs too where you return everything.",
  failed: "Carrying it out did not work by itself, so a person does it. Your withdrawal counts as received all the same.",
  resume: "We go on with your withdrawal where you stopped.",
  resumeFrom: "We go on with your withdrawal where you stopped {place}.",
  oldButton: "That button belongs to an earlier step.",
};
