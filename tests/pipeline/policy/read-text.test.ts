import { describe, expect, test } from "vitest";
import type { Language } from "#app/channels/message.ts";
import { readPolicyText } from "#app/pipeline/policy/read-text.ts";

const read = (language: Language, text: string, currencyCode = "EUR", heading = "") =>
  readPolicyText([{ language, heading, text }], currencyCode).map(({ key, value }) => `${key}=${value}`);

/** What each sentence settles, and nothing else. */
const table: Record<Language, [sentence: string, settles: string[]][]> = {
  en: [
    ["You may send items back within 30 days of delivery, unworn and with their labels.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["We offer a 14-day return period from the date of purchase.", ["windowDays=14", "windowStartsAt=ordered"]],
    ["Items can be returned within thirty (30) days after receipt of your order.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Returns are accepted up to two weeks after your parcel was shipped.", ["windowDays=14", "windowStartsAt=fulfilled"]],
    ["You can return your order within a month.", ["windowDays=30"]],
    ["Refunds are processed within 10 days once we receive your return.", []],
    ["Your refund takes 5 to 10 business days after the return arrived.", []],
    ["We deliver within 3 days.", []],
    ["Sale items cannot be returned.", ["finalSale:sale=sale"]],
    ["All items marked as final sale are non-returnable.", ["finalSale:final-sale=final-sale"]],
    ["Gift cards and swimwear cannot be returned.", ["finalSale:gift-card=gift-card", "finalSale:swimwear=swimwear"]],
    ["Sale items can be returned.", []],
    ["A 15% restocking fee applies to all returns.", ["restockingFeePercentage=15"]],
    ["We do not charge a restocking fee.", ["restockingFeePercentage=0"]],
    ["Get 15% off your next order.", []],
    ["A return shipping fee of €4.90 is deducted from your refund.", ["returnShippingFee=4.90"]],
    ["A return shipping fee of $4.90 is deducted from your refund.", []],
    ["Return shipping is free.", ["returnShippingFee=0.00"]],
    ["Return shipping is free from €50.", []],
    ["You are responsible for the cost of returning the item.", ["shopperPaysReturn=yes"]],
    ["If your item is damaged, please send us 2 photos of it.", ["photosDamaged=2"]],
    ["If the item is faulty, we pay for the return shipping.", ["feesWaivedForShopFault=yes"]],
    ["Instead of a refund you can choose store credit.", ["storeCredit=yes"]],
    ["We do not offer exchanges.", ["exchange=no"]],
    ["You can exchange it for another size.", ["exchange=yes"]],
    ["All sales are final.", ["allFinal=yes"]],
  ],
  de: [
    ["Du kannst alle Artikel innerhalb von 14 Tagen ab Erhalt zurückgeben.", ["windowDays=14", "windowStartsAt=delivered"]],
    ["Wir gewähren Ihnen 30 Tage Rückgaberecht ab Kaufdatum.", ["windowDays=30", "windowStartsAt=ordered"]],
    ["Rückgabe binnen dreißig Tagen nach Versand.", ["windowDays=30", "windowStartsAt=fulfilled"]],
    [
      "Die Widerrufsfrist beträgt vierzehn Tage ab dem Tag, an dem Sie die Waren in Besitz genommen haben.",
      ["windowDays=14", "windowStartsAt=delivered"],
    ],
    ["Die Erstattung erfolgt innerhalb von 10 Tagen, sobald wir die Retoure erhalten haben.", []],
    ["Die Lieferung dauert 3 Tage.", []],
    ["Reduzierte Ware ist vom Umtausch ausgeschlossen.", ["finalSale:sale=sale"]],
    ["Personalisierte Artikel können nicht zurückgegeben werden.", ["finalSale:personalised=personalised"]],
    ["Wir berechnen eine Wiedereinlagerungsgebühr von 10 %.", ["restockingFeePercentage=10"]],
    ["Die Rücksendekosten betragen 4,90 €.", ["returnShippingFee=4.90"]],
    ["Die Rücksendung ist kostenlos.", ["returnShippingFee=0.00"]],
    ["Die Kosten der Rücksendung tragen Sie.", ["shopperPaysReturn=yes"]],
    ["Bei beschädigter Ware schicke uns bitte 3 Fotos.", ["photosDamaged=3"]],
    ["Bei defekten Artikeln übernehmen wir die Rücksendekosten.", ["feesWaivedForShopFault=yes"]],
    ["Auf Wunsch erhältst Du einen Gutschein.", ["storeCredit=yes"]],
    ["Ein Umtausch in eine andere Größe ist möglich.", ["exchange=yes"]],
  ],
  fr: [
    ["Vous pouvez retourner vos articles dans les 30 jours suivant la livraison.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Vous disposez de quatorze jours à compter de la réception pour renvoyer un article.", ["windowDays=14", "windowStartsAt=delivered"]],
    ["Retours possibles jusqu'à 15 jours après l'achat.", ["windowDays=15", "windowStartsAt=ordered"]],
    ["Le remboursement sera effectué sous 10 jours après réception de votre retour.", []],
    ["Nous livrons dans 30 pays.", []],
    ["Les articles soldés ne sont ni repris ni échangés.", ["finalSale:sale=sale"]],
    ["Des frais de remise en stock de 10 % s'appliquent.", ["restockingFeePercentage=10"]],
    ["Les frais de retour s'élèvent à 4,90 €.", ["returnShippingFee=4.90"]],
    ["Les retours sont gratuits.", ["returnShippingFee=0.00"]],
    ["Les frais de retour sont à votre charge.", ["shopperPaysReturn=yes"]],
    ["Si l'article est endommagé, envoyez-nous une photo.", ["photosDamaged=some"]],
    ["Vous pouvez recevoir un bon d'achat.", ["storeCredit=yes"]],
    ["L'échange contre une autre taille est possible.", ["exchange=yes"]],
  ],
  es: [
    ["Puedes devolver tus artículos en un plazo de 30 días desde la entrega.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Aceptamos devoluciones durante catorce días a partir de la fecha de compra.", ["windowDays=14", "windowStartsAt=ordered"]],
    ["El reembolso se procesa en 10 días una vez recibida la devolución.", []],
    ["Los artículos en oferta no se pueden devolver.", ["finalSale:sale=sale"]],
    ["Se aplica un cargo por reposición del 15 %.", ["restockingFeePercentage=15"]],
    ["Los gastos de devolución son de 4,90 €.", ["returnShippingFee=4.90"]],
    ["Las devoluciones son gratuitas.", ["returnShippingFee=0.00"]],
    ["Los gastos de devolución corren a cargo del cliente.", ["shopperPaysReturn=yes"]],
    ["Si el producto llega dañado, envíanos 2 fotos.", ["photosDamaged=2"]],
    ["También ofrecemos crédito en tienda.", ["storeCredit=yes"]],
    ["Puedes cambiarlo por otra talla.", ["exchange=yes"]],
  ],
  it: [
    ["Puoi restituire gli articoli entro 30 giorni dalla consegna.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Il reso è possibile entro quattordici giorni dalla data di acquisto.", ["windowDays=14", "windowStartsAt=ordered"]],
    ["Il rimborso verrà accreditato entro 10 giorni.", []],
    ["Gli articoli in saldo non possono essere restituiti.", ["finalSale:sale=sale"]],
    ["Si applica un costo di rimessa a magazzino del 10%.", ["restockingFeePercentage=10"]],
    ["Le spese di reso ammontano a 4,90 €.", ["returnShippingFee=4.90"]],
    ["I resi sono gratuiti.", ["returnShippingFee=0.00"]],
    ["Le spese di reso sono a carico del cliente.", ["shopperPaysReturn=yes"]],
    ["Se l'articolo è danneggiato, inviaci 2 foto.", ["photosDamaged=2"]],
    ["Offriamo anche un buono.", ["storeCredit=yes"]],
    ["È possibile il cambio con un'altra taglia.", ["exchange=yes"]],
  ],
  nl: [
    ["Je kunt artikelen binnen 30 dagen na ontvangst retourneren.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Retourneren kan tot veertien dagen na aankoop.", ["windowDays=14", "windowStartsAt=ordered"]],
    ["De terugbetaling volgt binnen 10 dagen nadat wij je retour hebben ontvangen.", []],
    ["Afgeprijsde artikelen kunnen niet worden geretourneerd.", ["finalSale:sale=sale"]],
    ["Wij rekenen 10% administratiekosten.", ["restockingFeePercentage=10"]],
    ["De retourkosten bedragen € 4,90.", ["returnShippingFee=4.90"]],
    ["Retourneren is gratis.", ["returnShippingFee=0.00"]],
    ["De retourkosten zijn voor eigen rekening.", ["shopperPaysReturn=yes"]],
    ["Is je artikel beschadigd, stuur ons dan 2 foto's.", ["photosDamaged=2"]],
    ["Je kunt ook kiezen voor een tegoedbon.", ["storeCredit=yes"]],
    ["Ruilen voor een andere maat is mogelijk.", ["exchange=yes"]],
  ],
  pt: [
    ["Você pode devolver os produtos em até 30 dias após a entrega.", ["windowDays=30", "windowStartsAt=delivered"]],
    ["Aceitamos devoluções por quinze dias a partir da data da compra.", ["windowDays=15", "windowStartsAt=ordered"]],
    ["O reembolso será feito em 10 dias após recebermos o produto.", []],
    ["Produtos em promoção não podem ser devolvidos.", ["finalSale:sale=sale"]],
    ["Cobramos uma taxa de reposição de 10%.", ["restockingFeePercentage=10"]],
    ["O frete de devolução custa 4,90 EUR.", ["returnShippingFee=4.90"]],
    ["As devoluções são gratuitas.", ["returnShippingFee=0.00"]],
    ["O frete de devolução é por conta do cliente.", ["shopperPaysReturn=yes"]],
    ["Se o produto chegar danificado, envie 2 fotos.", ["photosDamaged=2"]],
    ["Também oferecemos crédito na loja.", ["storeCredit=yes"]],
    ["A troca por outro tamanho é possível.", ["exchange=yes"]],
  ],
};

describe.each(Object.entries(table) as [Language, (typeof table)[Language]][])("%s", (language, rows) => {
  test.each(rows)("%s", (sentence, settles) => {
    expect(read(language, sentence)).toEqual(settles);
  });
});

test("a list behind “cannot be returned:” is read entry by entry, each quoted with what stands before it", () => {
  const text = "The following items cannot be returned:\n- Gift cards\n- Underwear\nReturn shipping is free.";
  const found = readPolicyText([{ language: "en", heading: "", text }], "EUR");
  expect(found.map(({ key }) => key)).toEqual(["finalSale:gift-card", "finalSale:underwear", "returnShippingFee"]);
  expect(found[0]?.quote).toBe("The following items cannot be returned: Gift cards");
});

test("under a heading of returns the days need no word of their own, and an amount is only one of the shop's currency", () => {
  expect(read("en", "You have 60 days from delivery.", "EUR", "Returns")).toEqual(["windowDays=60", "windowStartsAt=delivered"]);
  expect(read("en", "You have 60 days from delivery.")).toEqual([]);
  expect(read("pt", "O frete de devolução custa R$ 19,90.", "BRL")).toEqual(["returnShippingFee=19.90"]);
  expect(read("en", "Return shipping costs £3.", "GBP")).toEqual(["returnShippingFee=3.00"]);
});

test("two windows are both told; the law's own is not, where the shop grants another", () => {
  expect(read("en", "Returns within 30 days of delivery. You can return items for 60 days.")).toEqual([
    "windowDays=30",
    "windowStartsAt=delivered",
    "windowDays=60",
  ]);
  const text = "Du kannst 30 Tage ab Erhalt zurückgeben. Die Widerrufsfrist beträgt vierzehn Tage ab Erhalt der Ware.";
  expect(read("de", text)).toEqual(["windowDays=30", "windowStartsAt=delivered"]);
});

test("the text that Shopify offers to begin with", () => {
  const text = `We have a 30-day return policy, which means you have 30 days after receiving your item to request a return.
To be eligible for a return, your item must be in the same condition that you received it, with tags, and in its original packaging.
If your return is accepted, we’ll send you a return shipping label, as well as instructions on how and where to send your package.
Please inspect your order upon reception and contact us immediately if the item is defective or damaged.
Certain types of items cannot be returned, like custom products (such as special orders or personalized items).
Unfortunately, we cannot accept returns on sale items or gift cards.
If the merchandise is being shipped into the European Union, you have the right to cancel or return your order within 14 days.
If approved, you’ll be automatically refunded within 10 business days. If more than 15 business days have passed, please contact us.`;
  expect(read("en", text)).toEqual([
    "windowDays=30",
    "windowStartsAt=delivered",
    "finalSale:personalised=personalised",
    "finalSale:sale=sale",
    "finalSale:gift-card=gift-card",
  ]);
});

test.each<[Language, string]>([
  [
    "de",
    "Du hast nach Erhalt Deines Artikels 30 Tage Zeit für eine Rückgabe. Wir können keine Rückgaben von reduzierten Artikeln akzeptieren.",
  ],
  ["fr", "Vous disposez de 30 jours après réception pour un retour. Nous ne pouvons pas accepter de retours pour les articles en solde."],
  ["es", "Tienes 30 días después de recibir tu artículo para una devolución. No podemos aceptar devoluciones en artículos en oferta."],
  ["it", "Hai 30 giorni dopo aver ricevuto l'articolo per il reso. Non possiamo accettare resi su articoli in saldo."],
  ["nl", "Je hebt na ontvangst 30 dagen de tijd voor een retour. Wij kunnen geen retourzendingen accepteren van afgeprijsde artikelen."],
  ["pt", "Você tem 30 dias após receber o item para a devolução. Não podemos aceitar devoluções de itens em promoção."],
])("its like in %s", (language, text) => {
  expect(read(language, text)).toEqual(["windowDays=30", "windowStartsAt=delivered", "finalSale:sale=sale"]);
});
