/**
 * Words that say how much, how long or what one gets, in our seven languages. Where a model adds or drops one, the sentence
 * says something else. A word too many here only means that the template is sent.
 */

/** Whole words: numbers above one without everyday words ("sei", "once", "second"), parts, multiples, spans of time. */
const numbers = words(
  "two three four five six seven eight nine ten eleven twelve fourteen twenty thirty forty fifty sixty seventy eighty ninety",
  "third fourth fifth sixth seventh eighth ninth tenth hundred thousand million dozen couple half quarter double twice thrice triple",
  "week weeks weekend month months year years fortnight noon midnight christmas easter xmas",
  "elf elften halb halbe halben hälfte viertel doppelt doppelte dutzend woche wochen wochenende monat monate monaten jahr jahre jahren",
  "vierzehntägig mittag mitternacht weihnachten ostern dritte dritten",
  "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante",
  "nonante cent cents mille deuxième troisième moitié demi quart double douzaine quinzaine semaine semaines mois année années ans noël",
  "dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  "cien ciento mil tercero tercer mitad medio media doble docena quincena semana semanas mes meses año años navidad",
  "dois duas três quatro sete oito dez doze treze catorze quatorze trinta quarenta cinquenta sessenta oitenta noventa cem cento",
  "terceiro metade meio meia dobro dúzia quinzena mês ano anos natal",
  "due tre quattro cinque sette otto nove dieci undici dodici tredici quattordici quindici sedici trenta quaranta cinquanta sessanta settanta",
  "ottanta novanta terzo metà mezzo doppio dozzina settimana settimane mese mesi anno anni natale",
  "twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend derde helft half dubbel dozijn",
  "weekend weken maand maanden jaar jaren kerst pasen",
);

/** Beginnings or parts of longer ones: "seventeenth", "zweiundzwanzig", "veintidós", "ventuno", "eenentwintig". */
const numberParts =
  /^(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:dieci|veinti|venti|ventu|ventotto|trent[au]|dici|dez[eao][snio]))|(?:teenth|tieth|undert|undred)|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?:und|zehn|zig|ßig|hundert|tausend|te[nrs]?$|mal|fach|$)|(?:^|und)(?:zehn|zwölf|zwanzig|dreißig|hundert|tausend)|(?:zehnte|zwölfte|igste)|(?:tien|tig|tigste|tiende)$|(?:cientos|centos|cento|cenas|ième|mila)$/;

/** What a shop must not be made to promise. */
const promises = words(
  "free discount discounts voucher vouchers coupon coupons gift compensation bonus guarantee guaranteed",
  "kostenlos gratis rabatt gutschein gutscheincode geschenk entschädigung garantie garantiert",
  "gratuit gratuite gratuitement remise réduction bon cadeau dédommagement garanti",
  "gratuito gratuita descuento cupón vale regalo compensación garantizado",
  "grátis desconto cupom cupão oferta brinde compensação garantido",
  "sconto buono regalo omaggio risarcimento garantito korting tegoedbon cadeau vergoeding gegarandeerd",
);

export const isNumberWord = (folded: string): boolean => numbers.has(folded) || numberParts.test(folded);
export const isPromise = (folded: string): boolean => promises.has(folded);

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").normalize("NFC").split(" "));
}
