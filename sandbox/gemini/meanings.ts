/**
 * Beginnings of words that mean about the same, in English and German. Written apart from what the app knows of words, so that
 * a question can be asked here that its own lists do not reach.
 */
const groups = [
  "skin dermat eczem rash itch allerg neuroderm haut ausschlag juck hypoallerg",
  "irritat aggravat worsen trouble reiz verschlimmer",
  "yarn fabric material cloth textile fibre wool linen cotton stoff garn wolle leinen baumwoll",
  "child kid toddler infant baby kind säugling",
  "pet dog cat hund katze tier",
  "flame fire burn candle ignit feuer brenn kerze",
  "nursery crib cradle bassinet wiege gitterbett",
  "scent smell odour odor fragrance perfume duft geruch parfüm",
  "noise loud quiet silent lärm laut leise",
  "wheelchair disabled step ramp barrier rollstuhl barrierefrei",
  "weave weaving loom handcraft web webstuhl",
  "class course lesson workshop teach kurs unterricht",
  "repair mend fix darn broken patch reparier flick",
  "wash launder laundry clean detergent wasch reinig",
  "ship deliver parcel courier post versand liefer paket",
  "cost price charge fee expensive cheap kost preis gebühr",
  "return refund exchange rückgab erstatt umtausch",
  "pay card paypal invoice bezahl karte rechnung",
  "size fit measure chest length größe passt maß",
  "discount voucher coupon sale rabatt gutschein",
  "open hour closed opening geöffnet öffnungszeit",
  "job hire vacancy career apply stelle bewerb",
  "gift present wrap geschenk",
  "account password sign login konto anmeld passwort",
].map((line) => line.split(" "));

const silent = new Set(
  "about after also been before could does from have here into just more most only other over said same than that their them then there these they this those very want were what when where which will with would your yours dass dein deine eine einen euch eure haben ihre kann mein meine nicht noch oder sind über unter wird".split(
    " ",
  ),
);

const weights = { meaning: 2.5, known: 1, own: 2 };

/** What a text speaks of and how much: meanings that it shares with other words, and its own words, more where no group knows them. */
export function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const meanings = groups.flatMap((group, at) => (group.some((start) => word.startsWith(start)) ? [at] : []));
    for (const meaning of meanings) features.set(`meaning ${meaning}`, weights.meaning);
    if (word.length > 3 && !silent.has(word)) features.set(`word ${word.slice(0, 6)}`, meanings.length > 0 ? weights.known : weights.own);
  }
  return features;
}
