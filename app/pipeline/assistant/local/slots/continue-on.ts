import type { ChannelName } from "#app/channels/message.ts";
import { toldElsewhereIn } from "./dialogue.ts";
import { phrases, readSlotText } from "./text.ts";

const names: Record<ChannelName, string> = {
  whatsapp: "whats ?app|whatsap|wapp|wa",
  instagram: "instagram|insta|ig",
  email: "e-?mail|mail|correo(?: electronico)?|courriel|posta elettronica",
  widget:
    "web ?site|website|web|chat on (?:the|your) (?:web ?)?site|web ?seite|internetseite|homepage|seite|site(?: web| internet)?|pagina(?: web)?|sito(?: web)?|web ?shop|online ?shop|shop|store|boutique(?: en ligne)?|tienda(?: online)?|loja(?: online)?|negozio(?: online)?|computer|laptop|ordinateur|ordenador|computador|rechner|pc",
};
/** Somewhere else, without saying where. */
const anywhere = phrases(
  "elsewhere|somewhere else|(?:another|a different|other) (?:channel|app|way|device)|my (?:phone|mobile)|woanders|anderswo|(?:einem |einen |ein )?andere[nrms]? (?:kanal|weg|app|gerat)|(?:dem|meinem|am) (?:handy|telefon)|ailleurs|(?:un )?autre (?:canal|appli|appareil|moyen)|mon (?:telephone|portable)|(?:en |por )?otro (?:sitio|canal|lado|medio|dispositivo)|el movil|mi (?:movil|telefono|celular)|outro (?:canal|sitio|lugar|meio|aparelho)|noutro (?:canal|sitio|lado)|(?:meu|no|o) (?:telemovel|celular)|altrove|(?:un )?altro (?:canale|dispositivo|modo)|(?:mio |sul |dal )(?:telefono|cellulare)|elders|(?:een )?ander(?:e)? (?:kanaal|app|apparaat)|mijn (?:telefoon|mobiel)",
);

const goOn =
  "continue|carry on|go on|keep going|proceed|switch(?: over)?|move(?: this| over)?|resume|pick (?:this|it) up|finish (?:this|it)|" +
  "weiter\\w*|fortsetz\\w*|fortfahr\\w*|wechsel\\w*|umsteig\\w*|continuer|continue[rz]?|poursuivre|passer|passe|reprendre|basculer|finir|" +
  "seguir|sigo|seguimos|continuar|continuo|continuamos|pasar|paso|pasamos|cambiar|proseguir|passar|mudar|prosseguir|" +
  "continuare|proseguire|passare|passiamo|andare avanti|spostar\\w+|riprendere|verder\\w*|doorgaan|doorpraten|overstappen|overschakelen|voortzetten";
/** Said of a letter or a parcel as well ("write by mail"), so they count only before names that are nothing but channels. */
const alsoSaid =
  "do (?:this|that|it)|talk|chat|write (?:to )?you|message you|text you|reach you|instead|rather|geht (?:das|es)(?: auch)?|schreiben|lieber|machen|ecrire|plutot|faire|escribir\\w*|hablar|mejor|hacer\\w*|escrever|falar|fazer|scriver\\w*|parlare|meglio|far\\w+|schrijven|praten|liever";
const before =
  "(?:by|on|via|in|over|through|to|at|per|uber|auf|mit|bei|zu|zum|zur|im|am|ins|par|sur|dans|vers|por|en|a|al|no|na|pelo|pela|em|para|com|su|sul|sulla|tramite|con|nel|nella|dal|op|met|naar|within|from)";
const article =
  "(?:(?:the|my|your|der|die|das|dem|den|eurer|eure|ihrer|deiner|le|la|les|l'|votre|ton|notre|el|su|tu|vuestra|o|a|seu|sua|vosso|il|lo|vostro|tuo|de|het|jullie|je|uw)\\s*)?";

const near = "(?:[\\p{L}\\p{N}'’-]+[\\s,]+){0,7}?";
const goOnAt = (place: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${goOn})[\\s,]+${near}${before}\\s+${article}(?:${place})|(?:per|auf|via|uber|op|met|${before})\\s+${article}(?:${place})[\\s,]+${near}(?:${goOn}))(?![\\p{L}\\p{N}])`,
    "u",
  );
const sayAt = (place: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${alsoSaid})[\\s,]+${near}${before}\\s+${article}(?:${place})|${before}\\s+${article}(?:${place})[\\s,]+${near}(?:${alsoSaid}))(?![\\p{L}\\p{N}])`,
    "u",
  );
const wishes = (Object.entries(names) as [ChannelName, string][]).map(([channel, place]) => ({
  channel,
  patterns: channel === "whatsapp" || channel === "instagram" ? [goOnAt(place), sayAt(place)] : [goOnAt(place)],
}));
const goesOn = phrases(goOn);
const mostWords = 25;

/** The wish to go on with the same thing elsewhere: where, or "anywhere" when no place was named. */
export function continueOnIn(text: string): ChannelName | "anywhere" | undefined {
  const read = readSlotText(text);
  if (read.words.length < 2 || read.words.length > mostWords || toldElsewhereIn(read)) return undefined;
  const wish = wishes.find(({ patterns }) => patterns.some((pattern) => pattern.test(read.folded)));
  if (wish) return wish.channel;
  return goesOn.test(read.folded) && anywhere.test(read.folded) ? "anywhere" : undefined;
}

const notMe = phrases(
  "(?:that |this |it )?(?:was not|wasn't|wasnt|is not|isn't) me|not me|das (?:war|bin) ich nicht|nicht ich|ce n'(?:est|etait) pas moi|c'est pas moi|pas moi|no (?:era|fui|soy) yo|nao (?:fui|era|sou) eu|non (?:ero|sono|sono stat[oa]) io|dat (?:was|ben) ik niet|niet ik",
);

/** "That was not me", and hardly more than that. */
export function deniesIn(text: string): boolean {
  const { folded, words } = readSlotText(text);
  return words.length <= 8 && notMe.test(folded);
}
