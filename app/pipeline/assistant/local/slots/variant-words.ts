import { evenPhrases } from "./line.ts";

/** What follows is asked for: whether there is such a thing. */
export const asked = evenPhrases(
  "(?:do|did) (?:you|they) (?:still |also )?(?:have|carry|stock|sell|do)|have you got|is there|are there|got any|you have|available|in stock|does it come|do they come|comes? in|" +
    "gibt es|gibts|gibt's|habt ihr|haben sie|hast du|führt ihr|verfügbar|vorrätig|auf lager|auriez-vous|avez-vous|vous avez|vous auriez|existe-t-\\w+|existe|y a-t-il|il y a|disponible|en stock|" +
    "tenéis|tienen|tienes|tiene|hay|sale|viene|vocês têm|você tem|têm|tem|disponível|avete|c'è|ci sono|esiste|disponibile|heb (?:je|jij|u)|hebben jullie|hebt u|heeft u|is er|zijn er|leverbaar|beschikbaar|op voorraad",
  "gu",
);
/** What follows is wished for. */
export const wished = evenPhrases(
  "(?:i |we |i'd |we'd )?(?:want|would like|like|need|prefer|rather have)|exchange|swap|change|switch|looking for|can i (?:still )?(?:get|have|order|buy)|could i (?:get|have)|" +
    "get (?:it|them|this|that|the|one|an?)|send me|wear|i take|i'll take|replace\\w*|rather|" +
    "möchte|will|hätte (?:\\w+ )?gerne?|gerne?|brauche?|bräuchte|benötige|lieber|umtauschen|tauschen|tausch|wechseln|suche|wünsche|kann ich|könnte ich|trage|nehme|sondern|" +
    "je (?:veux|voudrais|prends|cherche|souhaite|préfère|porte)|veux|voudrais|souhaiterais|j'aimerais|j'ai besoin|il me (?:faut|faudrait)|faudrait|préférerais|échanger|échange|changer|contre|plutôt|puis-je|peut-on|" +
    "quiero|querría|quisiera|querer|necesito|me gustaría|prefiero|busco|cambiar\\w*|cambio|mejor|uso|me llevo|puedo|sino|" +
    "quero|queria|gostaria|preciso|prefiro|procuro|trocar|troca|visto|posso|" +
    "voglio|vorrei|volevo|mi (?:serve|servirebbe|piacerebbe)|serve|preferisco|cerco|cambiare|cambiarl\\w|sostituire|porto|posso|piuttosto|" +
    "wil|zou|graag|liever|ruilen|omruilen|wisselen|zoek|nodig|kan ik|mag ik|draag|maar in",
  "gu",
);
/** What follows is had already, or goes away. */
export const had = evenPhrases(
  "i have|i've|we have|i had|ordered|bought|purchased|received|got|was sent|were sent|sent me an?|arrived|came|return|returning|send back|sending back|delivered|runs|it is an?|it's an?|" +
    "ich habe?|hab|habe|ich hatte|bestellt|gekauft|bekommen|erhalten|geliefert|geschickt|kam|ankam|zurückgeben|zurückschicken|zurücksenden|retournieren|fällt|fallen|" +
    "j'ai|j'avais|commandée?s?|commandé|acheté\\w*|reçue?s?|renvoyer|retourner|rendre|livrée?|arrivée?s?|" +
    "pedí|he pedido|compré|he comprado|recibí|he recibido|me llegó|ha llegado|llegó|me enviaron|tengo|devolver|compramos|" +
    "comprei|pedi|recebi|tenho|encomendei|chegou|veio|mandaram|devolver|" +
    "ho|ordinato|comprato|ricevuto|preso|arrivat[oaie]|restituire|rendere|" +
    "ik heb|besteld|gekocht|gekregen|ontvangen|geleverd|retourneren|terugsturen|kwam|valt|vallen",
  "gu",
);
/** What follows next is not wished for. */
export const insteadOf = evenPhrases(
  "instead of|rather than|from|not|statt|anstatt|anstelle|von|nicht|kein\\w*|au lieu d[eu]|au lieu|à la place d[eu]|pas|non pas|en vez de|en lugar de|no|em vez d[aeo]|ao invés d[aeo]|em lugar d[aeo]|não|" +
    "invece (?:di|del|della|che)|al posto (?:di|del|della)|non|dalla?|in plaats van|niet|van|geen",
  "gu",
);
/** Behind what somebody has and gives for something else: "the M for an L", "S auf M". */
export const givenFor =
  /^\s(?:for|to|against|gegen|auf|in|contre|par|por|pela?|pelo|con|per|voor|tegen|naar)\s(?:an?|the|eine?n?|die|une?|la|le|una?|el|uma?|o|il|een|de|size|grose|taille|talla|tamanho|taglia|maat|\s){0,4}(?:[smlpg]|x+[sl]|[2-5]xl|gg|pp|3[4-9]|4\d|50)(?![\p{L}\p{N}'])/u;
/** Behind what is wished for, where the verb comes last. */
export const wishedBehind = evenPhrases("nodig|graag|brauche|bräuchte|bitte|please|werden|worden");
/** Directly behind what is wished for. */
export const instead =
  /^\s?,?\s?(?:size |please |bitte )?(?:instead|rather|statt|anstatt|stattdessen|anstelle|lieber|au lieu|plutot|a la place|en vez|en lugar|em vez|ao inves|invece|al posto|piuttosto|in plaats)(?![\p{L}])/u;
/** Behind what is no wish: "L is too big", "M bestellt". */
export const tooMuch = evenPhrases(
  "(?:too|zu|trop|demasiado|muito|troppo|te) \\p{L}+|doesn't fit|does not fit|didn't fit|don't fit|passt (?:mir |leider |gar )?nicht|passen nicht|ne (?:me )?(?:va|vont) pas|no me (?:queda|vale|va)\\w*|não (?:me )?serv\\w+|non mi (?:va|sta|stanno)|past niet|passen niet|" +
    "bestellt|gekauft|bekommen|erhalten|geliefert|besteld|gekocht|gekregen|ontvangen|arrived|reçue?s?|zurückgeben|zurückschicken|terugsturen",
);

/** One up. The first group is there where a size was spoken of; without one it needs a wish in front. */
export const larger = evenPhrases(
  "((?:one |a |the )?(?:size up|sizes? (?:bigger|larger)|(?:bigger|larger|next) size(?: up)?)|nummer größer|größe größer|(?:größere|grössere|nächstgrößere|größeren)[nrs]? (?:größe|grösse|nummer)|(?:größe|nummer) (?:grösser|höher)|" +
    "taille (?:au-dessus|supérieure|plus grande|en plus)|pointure (?:au-dessus|supérieure|plus grande)|plus grande taille|talla (?:más grande|más|superior|mayor)|número más|tamanho (?:maior|acima)|número maior|" +
    "taglia (?:più grande|in più|superiore|più)|numero (?:più grande|in più)|maat groter|grotere maat)|bigger|larger|größer\\w*|grösser\\w*|plus grande?s?|más grandes?|maior(?:es)?|più grand[ei]|groter",
  "gu",
);
export const smaller = evenPhrases(
  "((?:one |a |the )?(?:size down|sizes? smaller|smaller size)|nummer kleiner|(?:größe|grösse) kleiner|kleinere[nrs]? (?:größe|grösse|nummer)|taille (?:en dessous|au-dessous|inférieure|plus petite|en moins)|pointure (?:en dessous|inférieure|plus petite)|plus petite taille|" +
    "talla (?:más pequeña|menos|inferior|menor)|número menos|tamanho (?:menor|abaixo)|número menor|taglia (?:più piccola|in meno|inferiore)|numero (?:più piccolo|in meno)|maat kleiner|kleinere maat)|smaller|kleiner\\w*|plus petite?s?|más pequeñ[oa]s?|menor(?:es)?|più piccol[aeio]|kleiner",
  "gu",
);
