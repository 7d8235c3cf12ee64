import { type Language, languages } from "#app/channels/message.ts";
import { type Place, places } from "./movers.ts";

/** One shopper's words in their order. `moves`: where they go on after the first half. */
export type Story = { language: Language; place: Place; moves?: Place; says: string[] };

/** The same stories each time: a small generator with a seed. */
function dice(seed: number) {
  let state = seed * 2_654_435_761;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

type Made = { order: string; price: string; thing: string; day: string; who: string; phone: string; many: number };
type Words = {
  things: string[];
  days: string[];
  who: string[];
  openings: ((made: Made) => string)[];
  more: (made: Made) => string;
  ends: string[];
};

const words: Record<Language, Words> = {
  en: {
    things: ["linen dress", "wool blanket", "candle set"],
    days: ["12 March", "3.11.", "last Tuesday", "2026-10-04", "three weeks ago"],
    who: ["Marta", "Mr Okafor", "my sister Lena", "the driver Tom"],
    openings: [
      ({ order }) => `where is order ${order}`,
      ({ price, thing, day, who }) => `I paid ${price} for the ${thing} on ${day} and ${who} says it is the wrong colour`,
      ({ order, thing, day }) => `My ${thing} from ${order} arrived broken on ${day}`,
      ({ order }) => `I want to return the dress of ${order}`,
      ({ order, who, many, thing }) => `About ${order}, do you know ${who}? We ordered ${many} of the ${thing}`,
      ({ phone, price }) => `My number is ${phone}, call me about ${price}`,
      ({ order }) => `Please send ${order} to 9 Harbour Road, Cork instead`,
      ({ price, many }) => `I waited ${many} days and lost ${price}. `.repeat(9),
      ({ price }) => `This is a scandal, I will sue you for the ${price}!`,
    ],
    more: ({ thing, day }) => `It is about the ${thing}, bought ${day}`,
    ends: [
      "I want to talk to a human please",
      "Get me a real person",
      "Can I speak to somebody from your team?",
      "I need a human agent now",
    ],
  },
  de: {
    things: ["Leinenkleid", "Wolldecke", "Kerzenset"],
    days: ["12. März", "3.11.", "letzten Dienstag", "04.10.2026", "vor drei Wochen"],
    who: ["Marta", "Herr Okafor", "meine Schwester Lena", "der Fahrer Tom"],
    openings: [
      ({ order }) => `Wo ist meine Bestellung ${order}?`,
      ({ price, thing, day, who }) => `Ich habe am ${day} ${price} für ${thing} bezahlt und ${who} sagt, es ist die falsche Farbe`,
      ({ order, thing, day }) => `${thing} aus ${order} kam am ${day} kaputt an`,
      ({ order }) => `Ich möchte das Kleid aus ${order} zurückgeben`,
      ({ phone, price }) => `Meine Nummer ist ${phone}, ruft mich wegen der ${price} an`,
      ({ order }) => `Bitte schickt ${order} an Hauptstr. 9, 50667 Köln`,
      ({ price, many }) => `Ich habe ${many} Tage gewartet und ${price} verloren. `.repeat(9),
      ({ price }) => `Eine Frechheit, ich gehe wegen der ${price} zum Anwalt!`,
    ],
    more: ({ thing, day }) => `Es geht um ${thing}, gekauft ${day}`,
    ends: ["Ich möchte mit einem Menschen sprechen", "Kann ich mit einem Mitarbeiter reden?", "Echte Person bitte"],
  },
  fr: {
    things: ["la robe en lin", "la couverture en laine", "le lot de bougies"],
    days: ["12 mars", "3/11", "mardi dernier", "04/10/2026", "il y a trois semaines"],
    who: ["Marta", "monsieur Okafor", "ma sœur Léna", "le livreur Tom"],
    openings: [
      ({ order }) => `Où est ma commande ${order} ?`,
      ({ price, thing, day, who }) => `J’ai payé ${price} pour ${thing} le ${day} et ${who} dit que ce n’est pas la bonne couleur`,
      ({ order, thing, day }) => `Dans ${order}, ${thing} est arrivé cassé le ${day}`,
      ({ order }) => `Je veux retourner la robe de ${order}`,
      ({ order }) => `Envoyez ${order} au 9 rue du Port, 29200 Brest`,
      ({ price, many }) => `J’ai attendu ${many} jours et perdu ${price}. `.repeat(9),
      ({ price }) => `C’est honteux, je vais porter plainte pour ${price} !`,
    ],
    more: ({ thing, day }) => `Il s’agit de ${thing}, acheté le ${day}`,
    ends: ["je veux parler à un humain", "un conseiller svp", "je peux parler à quelqu'un ?"],
  },
  es: {
    things: ["el vestido de lino", "la manta de lana", "el juego de velas"],
    days: ["12 de marzo", "3/11", "martes pasado", "04/10/2026", "hace tres semanas"],
    who: ["Marta", "el señor Okafor", "mi hermana Lena", "el repartidor Tom"],
    openings: [
      ({ order }) => `¿Dónde está mi pedido ${order}?`,
      ({ price, thing, day, who }) => `Pagué ${price} por ${thing} el ${day} y ${who} dice que es otro color`,
      ({ order, thing, day }) => `En ${order}, ${thing} llegó roto el ${day}`,
      ({ order }) => `Quiero devolver el vestido de ${order}`,
      ({ order }) => `Envíen ${order} a Calle del Puerto 9, 08003 Barcelona`,
      ({ price, many }) => `Esperé ${many} días y perdí ${price}. `.repeat(9),
      ({ price }) => `Es una vergüenza, los voy a denunciar por ${price}`,
    ],
    more: ({ thing, day }) => `Se trata de ${thing}, comprado el ${day}`,
    ends: ["quiero hablar con una persona", "un agente por favor", "¿puedo hablar con alguien?"],
  },
  it: {
    things: ["il vestito di lino", "la coperta di lana", "il set di candele"],
    days: ["12 marzo", "3/11", "martedì scorso", "04/10/2026", "tre settimane fa"],
    who: ["Marta", "il signor Okafor", "mia sorella Lena", "il corriere Tom"],
    openings: [
      ({ order }) => `Dov’è il mio ordine ${order}?`,
      ({ price, thing, day, who }) => `Ho pagato ${price} per ${thing} il ${day} e ${who} dice che il colore è sbagliato`,
      ({ order, thing, day }) => `In ${order}, ${thing} è arrivato rotto il ${day}`,
      ({ order }) => `Voglio restituire il vestito di ${order}`,
      ({ order }) => `Spedite ${order} in Via del Porto 9, 16124 Genova`,
      ({ price, many }) => `Ho aspettato ${many} giorni e perso ${price}. `.repeat(9),
      ({ price }) => `È una vergogna, vi denuncio per ${price}`,
    ],
    more: ({ thing, day }) => `Si tratta di ${thing}, comprato il ${day}`,
    ends: ["fammi parlare con un operatore", "voglio un essere umano", "vorrei parlare con un addetto"],
  },
  nl: {
    things: ["de linnen jurk", "de wollen deken", "de kaarsenset"],
    days: ["12 maart", "3-11", "afgelopen dinsdag", "04-10-2026", "drie weken geleden"],
    who: ["Marta", "meneer Okafor", "mijn zus Lena", "de chauffeur Tom"],
    openings: [
      ({ order }) => `Waar is mijn bestelling ${order}?`,
      ({ price, thing, day, who }) => `Ik betaalde ${price} voor ${thing} op ${day} en ${who} zegt dat het de verkeerde kleur is`,
      ({ order, thing, day }) => `Uit ${order} kwam ${thing} kapot aan op ${day}`,
      ({ order }) => `Ik wil de jurk van ${order} terugsturen`,
      ({ order }) => `Stuur ${order} naar Havenstraat 9, 3011 AB Rotterdam`,
      ({ price, many }) => `Ik heb ${many} dagen gewacht en ${price} verloren. `.repeat(9),
      ({ price }) => `Schandalig, ik stap naar de rechter voor die ${price}`,
    ],
    more: ({ thing, day }) => `Het gaat om ${thing}, gekocht ${day}`,
    ends: ["ik wil met een mens praten", "medewerker aub", "kan ik iemand spreken"],
  },
  pt: {
    things: ["o vestido de linho", "a manta de lã", "o conjunto de velas"],
    days: ["12 de março", "3/11", "terça passada", "04/10/2026", "há três semanas"],
    who: ["Marta", "o senhor Okafor", "minha irmã Lena", "o motorista Tom"],
    openings: [
      ({ order }) => `Onde está meu pedido ${order}?`,
      ({ price, thing, day, who }) => `Paguei ${price} por ${thing} em ${day} e ${who} diz que a cor está errada`,
      ({ order, thing, day }) => `Em ${order}, ${thing} chegou quebrado em ${day}`,
      ({ order }) => `Quero devolver o vestido de ${order}`,
      ({ order }) => `Enviem ${order} para Rua do Porto 9, 4050-297 Porto`,
      ({ price, many }) => `Esperei ${many} dias e perdi ${price}. `.repeat(9),
      ({ price }) => `É uma vergonha, vou processar vocês por ${price}`,
    ],
    more: ({ thing, day }) => `Trata-se de ${thing}, comprado em ${day}`,
    ends: ["quero falar com uma pessoa", "um atendente por favor", "posso falar com alguém?"],
  },
};

const onIn: Record<Language, (where: string) => string> = {
  en: (where) => `can I go on by ${where}?`,
  de: (where) => `Kann ich per ${where} weitermachen?`,
  fr: (where) => `Je peux continuer sur ${where} ?`,
  es: (where) => `¿Puedo seguir por ${where}?`,
  it: (where) => `Posso continuare su ${where}?`,
  nl: (where) => `Kan ik via ${where} verder?`,
  pt: (where) => `Posso continuar pelo ${where}?`,
};
const placeNames: Record<Place, string> = { widget: "website", instagram: "Instagram", whatsapp: "WhatsApp", email: "e-mail" };

/** What a shopper writes who wants to go on elsewhere. */
export const asksToMove = ({ language, moves = "whatsapp" }: Story): string => onIn[language](placeNames[moves]);

/** Each language in each place; every third story goes on in another one. */
export function storyOf(number: number, order: string): Story {
  const roll = dice(number + 1);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const language = languages[number % languages.length] as Language;
  const place = places[Math.floor(number / languages.length) % places.length] as Place;
  const { things, days, who, openings, more, ends } = words[language];
  const made = {
    order,
    price: `${roll(200) + 5},${String(roll(100)).padStart(2, "0")} €`,
    thing: pick(things),
    day: pick(days),
    who: pick(who),
    phone: `0171 ${roll(9_000_000) + 1_000_000}`,
    many: roll(50) + 2,
  };
  const says = [pick(openings)(made), ...(roll(2) === 0 ? [more(made)] : []), pick(ends)];
  const moves = number % 3 === 0 ? pick(places.filter((one) => one !== place)) : undefined;
  return { language, place, says, ...(moves && { moves }) };
}
