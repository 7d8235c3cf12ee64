import { foldText } from "../fold-text.ts";
import { phrases } from "./text.ts";

/** To another place than the mailbox: said of the phone, or of the mailbox that cannot be read. */
const phone = phrases(
  "to my (?:phone|mobile|cell|number)|on my phone|by (?:sms|text|phone|whatsapp)|via (?:sms|whatsapp)|as (?:an )?sms|text me|an sms|" +
    "auf[s]? (?:mein )?(?:handy|telefon)|per (?:sms|whatsapp|handy|telefon)|als sms|an mein(?:e)? (?:handy|telefon|nummer)|" +
    "sur mon (?:telephone|portable|mobile)|par (?:sms|whatsapp|texto|telephone)|" +
    "a mi (?:telefono|movil|celular)|por (?:sms|whatsapp|telefono)|al (?:telefono|movil)|" +
    "(?:para )?o meu (?:telefone|telemovel|celular)|no meu (?:telefone|telemovel|celular)|por (?:telemovel|telefone)|" +
    "(?:sul|al) (?:mio )?(?:telefono|cellulare)|(?:via|con un|per) sms|tramite (?:sms|whatsapp)|" +
    "naar mijn (?:telefoon|mobiel|nummer)|op mijn (?:telefoon|mobiel)|via (?:een )?(?:sms|telefoon)",
);
const cannot = phrases(
  "can't|cannot|can not|cant|couldn't|could not|no access|lost access|no longer|not (?:able|possible)|don't have access|not anymore|" +
    "kann nicht|kann \\w+ nicht|komme nicht|komm nicht|kein(?:en)? zugriff|keinen zugang|nicht (?:mehr )?(?:lesen|offnen|erreichen|zugreifen)|nicht mehr|" +
    "ne (?:peux|puis|peut) (?:pas|plus)|peux pas|n'ai (?:pas|plus) acces|pas acces|plus acces|" +
    "no puedo|no tengo acceso|ya no (?:tengo|uso|puedo)|sin acceso|" +
    "nao (?:consigo|posso|tenho acesso)|ja nao (?:tenho|uso)|sem acesso|" +
    "non (?:posso|riesco|ho (?:piu )?accesso)|non ho piu|non (?:la )?uso piu|" +
    "kan (?:niet|\\w+ niet)|geen toegang|niet meer|niet bij",
);
const mailbox = phrases(
  "mail|e-?mail|e-?mails|mailbox|inbox|address|account|postfach|mailadresse|adresse|konto|boite|messagerie|courriel|correo|buzon|direccion|" +
    "caixa|endereco|casella|posta|indirizzo|mailbox|postvak|adres",
);
const again = phrases(
  "new code|another code|next code|fresh code|resend|re-?send|send (?:it|one|the code|a code|me a code|me the code|me one)?\\s?again|no code|nothing (?:came|arrived|has come|has arrived|there|yet)|" +
    "(?:didn't|did not|haven't|have not|never) (?:get|got|receive|received|arrive|come)|hasn't (?:come|arrived)|not (?:arrived|received|there)|expired|" +
    "neue[nrs]? code|nochmal|noch mal|noch einmal|noch einen|erneut|(?:kein|keinen) code|nichts (?:da|gekommen|angekommen|bekommen|erhalten)|nicht (?:angekommen|gekommen|bekommen|erhalten|da)|abgelaufen|" +
    "nouveau code|autre code|renvoye\\w*|encore une fois|(?:rien|pas) recu|n'est pas arrive|pas de code|expire|" +
    "nuevo codigo|codigo nuevo|otro codigo|reenvi\\w+|otra vez|de nuevo|no (?:me )?(?:ha )?lleg\\w+|no (?:he )?recibi\\w*|caducad\\w+|" +
    "novo codigo|outro codigo|codigo novo|reenvi\\w+|outra vez|nao (?:chegou|recebi)|nada chegou|expirou|" +
    "nuovo codice|altro codice|codice nuovo|di nuovo|ancora una volta|rimanda\\w*|reinvi\\w+|non (?:e )?arrivat\\w+|non ho ricevuto|scadut\\w+|" +
    "nieuwe code|andere code|opnieuw|nog een keer|niks (?:gekregen|ontvangen)|niets (?:gekregen|ontvangen)|niet (?:gekregen|ontvangen|aangekomen)|verlopen",
);

/**
 * What somebody who waits for a code asks for: that it goes to the phone, or a new one. By rules alone, in our seven languages:
 * the words are few, and nothing is lost by missing them.
 */
export function codeWishIn(text: string): "phone" | "again" | undefined {
  const folded = foldText(text).trim();
  if (phone.test(folded) || (cannot.test(folded) && mailbox.test(folded))) return "phone";
  return again.test(folded) ? "again" : undefined;
}
