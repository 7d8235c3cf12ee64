import { colourOf } from "./colours.ts";
import { evenPhrases, type Found, type Line, type Token, wordSet } from "./line.ts";
import { isLook, isMaterial, kindOf } from "./product-words.ts";

const longestItem = 60;
const mostWords = 4;

const determiners = wordSet(
  "the this that these those a an my your our his her their der die das den dem ein eine einen einem einer mein meine meinen meinem meiner dein deine deinen euer eure euren dieser diese dieses diesen diesem unser unsere unseren",
  "ihr ihre ihren kein keine keinen le la les l un une des du mon ma mes ce cet cette ces notre nos votre vos el los las una unos unas mi mis este esta estos estas ese esa esos esas tu tus su sus nuestro nuestra o os as um uma uns umas",
  "meu minha meus minhas este esse essa esta seu sua seus suas do da dos das no na il lo i gli uno mio mia miei mie questo questa questi queste quello quella quei del dello della nel nella al alla de het een mijn deze dit die jullie onze uw",
);
/** Ends what stands before a thing: whatever is left of these describes something else. */
const borders = wordSet(
  "of with from in on at for to by and or but is are was were be been have has had do does did can could will would not i you it we they he she me return send exchange swap cancel buy keep want need get got bought ordered received love back arrived too very",
  "von mit aus im am zu auf für bei und oder aber ist sind war waren habe hat haben wird kann ich du sie es wir zurück nicht sehr bestellt gekauft bekommen möchte will brauche avec dans sur pour par et ou mais est sont était ai a que qui je vous il elle pas chez",
  "con en por para y pero es son era he ha que yo no se me muy sin e em com mas não que eu você são foi foram é per di da ma non che sono era ho io si van op voor en of maar is zijn was heb heeft ik je niet te zu trop demasiado muito troppo",
  "blieb geht gibt liegt passt fits suits shrank broke came come komt",
);
/** Nouns that come with articles in every message of a shop and are nothing that it sells. */
const noThings = wordSet(
  "order orders parcel parcels package packages shipment delivery money refund return returns exchange address invoice receipt bill account email mail number code question questions problem day days week weeks month year time date",
  "size sizes colour color label discount voucher coupon card payment password website site link page shop store policy service support item items article articles product products thing things stuff one ones other same rest whole everything",
  "price cost status tracking courier driver person manager answer reply message chat name deadline window reason order's wrong right subscription newsletter data status fee fees box",
  "bestellung bestellungen paket pakete sendung lieferung ware waren geld rückgabe rücksendung retoure erstattung umtausch adresse anschrift lieferadresse rechnung quittung konto nummer bestellnummer frage fragen tag tage woche wochen monat jahr zeit datum größe farbe etikett",
  "rabatt gutschein karte zahlung passwort seite webseite shop laden dienst artikel produkt produkte sache sachen ding teil teile andere gleiche preis versand status fahrer person mitarbeiter antwort nachricht name frist grund kauf betrag mann frau kind freundin freund mutter",
  "commande commandes colis paquet livraison argent remboursement retour échange adresse facture reçu compte numéro question problème jour jours semaine mois date taille couleur étiquette remise bon carte paiement site page boutique magasin article articles produit produits chose reste prix personne réponse message nom délai raison",
  "pedido pedidos paquete envío dinero reembolso devolución cambio dirección factura recibo cuenta número pregunta problema día semana mes fecha talla color etiqueta descuento cupón tarjeta pago página tienda artículo producto productos cosa resto precio persona respuesta mensaje nombre plazo motivo compra",
  "encomenda encomendas pacote entrega envio dinheiro reembolso devolução troca endereço morada fatura nota conta número pergunta problema dia semana mês data tamanho cor etiqueta desconto cupom cartão pagamento site página loja item artigo produto produtos coisa resto preço pessoa resposta mensagem nome prazo motivo compra",
  "ordine ordini pacco spedizione consegna soldi rimborso reso cambio indirizzo fattura ricevuta conto numero domanda problema giorno settimana mese data taglia misura colore etichetta sconto buono carta pagamento sito pagina negozio articolo prodotto prodotti cosa resto prezzo persona risposta messaggio nome termine motivo acquisto",
  "bestelling bestellingen pakket pakketje zending levering geld terugbetaling retour ruil adres factuur bon rekening nummer vraag probleem dag week maand datum maat kleur etiket korting kaart betaling site pagina winkel artikel product producten ding dingen spullen rest prijs persoon antwoord bericht naam termijn reden aankoop",
);
/** What follows "of" in a name: "zapatos de correr", "robe d'été". */
const ofWords = wordSet("de d di do da en em in a");
const inWords = wordSet("en em in");
const sizeWords = wordSet("size talla taille tamanho taglia maat größe grösse groesse pointure");

/** What is done with things: the noun behind it (in German and Dutch in front of it) is one although we know no such kind. */
const doneToThings = evenPhrases(
  "(?:return|exchange|swap|send back|sending back|returning|exchanging|keep)(?= (?:the|my|this|these|those) )|(?:retourner|renvoyer|rendre|échanger|garder)(?= (?:le |la |les |l'|mon |ma |mes |ce |cette |ces ))|" +
    "(?:devolver|cambiar|descambiar|quedarme con)(?= (?:el|la|los|las|mi|mis|este|esta|estos|estas) )|(?:devolver|trocar)(?= (?:o|a|os|as|meu|minha|este|esta|esse|essa) )|" +
    "(?:restituire|rendere|cambiare|rimandare|sostituire)(?= (?:il |la |lo |i |le |gli |l'|mio |mia |questo |questa ))",
);
const doneBehind = wordSet(
  "zurückgeben zurückschicken zurücksenden umtauschen retournieren tauschen behalten retourneren terugsturen terugbrengen ruilen omruilen",
);
/** One of these stands in each of the patterns above. */
const verbs = wordSet(
  "return exchange swap send sending returning exchanging keep retourner renvoyer rendre échanger garder devolver cambiar descambiar quedarme trocar restituire rendere cambiare rimandare sostituire",
);

/** The words that name a thing, as written and without its article: of a kind that shops sell, or because something is done with it. */
export function itemIn(line: Line, language: string): Found<string> | undefined {
  const { tokens } = line;
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = kindOf(tokens[at]?.word ?? "", language);
    if (!kind) continue;
    const from = described(line, at);
    const to = furtherWords(line, at, language);
    const hasArticle = isJoined(line, from - 1) && determiners.has(tokens[from - 1]?.word ?? "");
    if (kind === "thing" || hasArticle || from < at) return asWritten(line, from, to);
  }
  return handled(line, language);
}

/** Where the description of the thing at `at` begins: behind an article if one is near, else with words that only describe. */
function described(line: Line, at: number): number {
  const { tokens } = line;
  for (let from = at - 1; from >= Math.max(0, at - mostWords); from -= 1) {
    const word = tokens[from]?.word ?? "";
    if (!isJoined(line, from)) break;
    if (determiners.has(word)) return from + 1;
    if (borders.has(word) || noThings.has(word) || /^\d/.test(word)) break;
  }
  let from = at;
  while (from > 0 && isJoined(line, from - 1) && describes(tokens[from - 1]?.word ?? "")) from -= 1;
  return from;
}

/** The last word of the name: what a thing is made or meant for stands behind it in four of our languages. */
function furtherWords(line: Line, at: number, language: string): number {
  const { tokens } = line;
  let to = at;
  for (let next = at + 1; next < tokens.length && next - at <= mostWords && isJoined(line, next - 1); next = to + 1) {
    const [word, after] = [tokens[next]?.word ?? "", tokens[next + 1]?.word ?? ""];
    if (language === "en" || language === "de" || language === "nl") {
      if (language === "en" && next === at + 1 && kindOf(word, language) === "thing") to = next;
      else break;
    } else if (describes(word)) to = next;
    else if (
      ofWords.has(word) &&
      isJoined(line, next) &&
      isPurpose(word, after) &&
      (word !== "a" || line.written[tokens[next]?.start ?? 0] === "à")
    )
      to = next + 1;
    else break;
  }
  return to;
}

function isPurpose(preposition: string, word: string): boolean {
  if (isMaterial(word)) return true;
  // "Sac à dos": only behind an accent, so no article can follow.
  if (preposition === "a") return word.length > 2;
  if (inWords.has(preposition) || colourOf(word) || sizeWords.has(word)) return false;
  return word.length > 2 && /^\p{L}+$/u.test(word) && !determiners.has(word) && !borders.has(word) && !noThings.has(word);
}

const describes = (word: string): boolean => colourOf(word) !== undefined || isLook(word);

/** A thing of an unknown kind, by what is to be done with it. */
function handled(line: Line, language: string): Found<string> | undefined {
  const { tokens, even, written } = line;
  const verb = tokens.some(({ word }) => verbs.has(word)) ? doneToThings.exec(even) : null;
  if (verb) {
    const article = tokens.findIndex(({ start }) => start > verb.index + verb[0].length - 1);
    return nounFrom(line, article + 1);
  }
  if ((language !== "de" && language !== "nl") || !tokens.some(({ word }) => doneBehind.has(word))) return undefined;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    if (!determiners.has(tokens[at]?.word ?? "")) continue;
    if (language === "nl") return nounFrom(line, at + 1);
    let noun = at + 1;
    while (noun < at + mostWords && isJoined(line, noun - 1) && !isCapital(written, tokens[noun])) noun += 1;
    const word = tokens[noun];
    if (!word || !isCapital(written, word) || !isJoined(line, noun - 1) || noThings.has(word.word)) continue;
    return asWritten(line, at + 1, noun);
  }
  return undefined;
}

/** The words from here on as long as they may be one name. Nothing if they are what every shop's messages speak of. */
function nounFrom(line: Line, from: number): Found<string> | undefined {
  const { tokens } = line;
  let to = from;
  while (to < tokens.length && to - from < mostWords) {
    const word = tokens[to]?.word ?? "";
    if (noThings.has(word)) return undefined;
    if (borders.has(word) || determiners.has(word) || ofWords.has(word) || /^#?\d/.test(word) || doneBehind.has(word) || stops.has(word))
      break;
    to += 1;
    if (!isJoined(line, to - 1)) break;
  }
  return to > from && (tokens[to - 1]?.word.length ?? 0) > 2 ? asWritten(line, from, to - 1) : undefined;
}

const stops = wordSet(
  "because as since that which please now today yesterday instead if before after until within without it please s'il parce car porque pois perché aujourd'hui hoy hoje oggi omdat want graag alstublieft por favor per again anymore while when how where",
);

const isCapital = (written: string, token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(written.slice(token.start));

/** Whether nothing but a gap or an apostrophe stands between a word and the next. */
function isJoined({ tokens, even }: Line, at: number): boolean {
  const [one, next] = [tokens[at], tokens[at + 1]];
  return one !== undefined && next !== undefined && /^[ \t']{1,3}$/.test(even.slice(one.end, next.start));
}

function asWritten({ tokens, written }: Line, from: number, to: number): Found<string> | undefined {
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last || last.end - first.start > longestItem) return undefined;
  return { value: written.slice(first.start, last.end), start: first.start, end: last.end };
}
