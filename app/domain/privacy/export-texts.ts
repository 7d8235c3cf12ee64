import { type Language, languages } from "#app/channels/message.ts";
import type { Section } from "./registry.ts";

/** Words of the readable export: one line for each, in the order of `languages` (en de fr es pt it nl). */
const lines = {
  title:
    "What is kept about you|Was über Dich gespeichert ist|Ce qui est conservé à votre sujet|Lo que se guarda sobre ti|O que está guardado sobre si|Che cosa è conservato su di te|Wat er over je bewaard is",
  made: "Made on|Erstellt am|Établi le|Creado el|Criado em|Creato il|Gemaakt op",
  scope:
    "This is everything the shop’s assistant keeps. Orders and the customer account are kept by Shopify; the shop gives you those separately.|Das ist alles, was der Assistent des Shops speichert. Bestellungen und das Kundenkonto liegen bei Shopify; der Shop gibt sie Dir gesondert.|C’est tout ce que l’assistant de la boutique conserve. Les commandes et le compte client sont conservés par Shopify ; la boutique vous les remet séparément.|Es todo lo que guarda el asistente de la tienda. Los pedidos y la cuenta de cliente los guarda Shopify; la tienda te los entrega aparte.|É tudo o que o assistente da loja guarda. As encomendas e a conta de cliente são guardadas pela Shopify; a loja entrega-as à parte.|È tutto ciò che l’assistente del negozio conserva. Gli ordini e l’account cliente sono conservati da Shopify; il negozio li consegna a parte.|Dit is alles wat de assistent van de winkel bewaart. Bestellingen en het klantaccount staan bij Shopify; de winkel geeft die apart.",
  nothing:
    "Nothing is kept about this person.|Über diese Person ist nichts gespeichert.|Rien n’est conservé au sujet de cette personne.|No se guarda nada sobre esta persona.|Não há nada guardado sobre esta pessoa.|Non è conservato nulla su questa persona.|Over deze persoon wordt niets bewaard.",
  contacts:
    "Addresses and accounts|Adressen und Konten|Adresses et comptes|Direcciones y cuentas|Endereços e contas|Indirizzi e account|Adressen en accounts",
  messages: "Messages|Nachrichten|Messages|Mensajes|Mensagens|Messaggi|Berichten",
  photos: "Pictures|Bilder|Photos|Fotos|Fotos|Foto|Foto’s",
  cases:
    "Requests to the shop|Anliegen|Demandes à la boutique|Consultas a la tienda|Pedidos à loja|Richieste al negozio|Vragen aan de winkel",
  effects:
    "Changes made in the store|Änderungen im Shop|Modifications faites dans la boutique|Cambios hechos en la tienda|Alterações feitas na loja|Modifiche fatte nel negozio|Wijzigingen in de winkel",
  deliveries:
    "Messages sent|Gesendete Nachrichten|Messages envoyés|Mensajes enviados|Mensagens enviadas|Messaggi inviati|Verzonden berichten",
  evidence:
    "Why these addresses belong together|Warum diese Adressen zusammengehören|Pourquoi ces adresses vont ensemble|Por qué estas direcciones van juntas|Porque estes endereços estão ligados|Perché questi indirizzi sono collegati|Waarom deze adressen bij elkaar horen",
  notes: "Notes by the team|Notizen des Teams|Notes de l’équipe|Notas del equipo|Notas da equipa|Note del team|Notities van het team",
  consent:
    "Messages wanted or not|Nachrichten gewünscht oder nicht|Messages souhaités ou non|Mensajes deseados o no|Mensagens desejadas ou não|Messaggi desiderati o no|Berichten gewenst of niet",
  preferences:
    "What you want remembered|Was wir uns für Dich merken|Ce que vous souhaitez que l’on retienne|Lo que quieres que recordemos|O que você quer que seja lembrado|Che cosa vuoi che ricordiamo|Wat we voor je onthouden",
  proofs:
    "Codes and links sent|Gesendete Codes und Links|Codes et liens envoyés|Códigos y enlaces enviados|Códigos e ligações enviados|Codici e link inviati|Verzonden codes en links",
  sessions:
    "Chat opened in a browser|Chat im Browser geöffnet|Chat ouvert dans un navigateur|Chat abierto en un navegador|Chat aberto num navegador|Chat aperta in un browser|Chat geopend in een browser",
  access:
    "When staff have read this|Wann das Team das gelesen hat|Quand l’équipe a lu ces données|Cuándo lo ha leído el equipo|Quando a equipa leu isto|Quando il team lo ha letto|Wanneer het team dit heeft gelezen",
  record: "What was done|Was getan wurde|Ce qui a été fait|Lo que se hizo|O que foi feito|Che cosa è stato fatto|Wat er is gedaan",
  requests:
    "Exports and erasures|Auskünfte und Löschungen|Exports et effacements|Exportaciones y borrados|Exportações e eliminações|Esportazioni e cancellazioni|Exports en verwijderingen",
  kind: "Kind|Art|Type|Tipo|Tipo|Tipo|Soort",
  externalId: "Address|Adresse|Adresse|Dirección|Endereço|Indirizzo|Adres",
  label: "Name|Name|Nom|Nombre|Nome|Nome|Naam",
  language: "Language|Sprache|Langue|Idioma|Idioma|Lingua|Taal",
  createdAt: "From|Seit|Depuis|Desde|Desde|Dal|Vanaf",
  lastInboundAt: "Last message|Letzte Nachricht|Dernier message|Último mensaje|Última mensagem|Ultimo messaggio|Laatste bericht",
  strength: "Weight|Gewicht|Valeur|Valor|Valor|Valore|Gewicht",
  expiresAt: "Until|Bis|Jusqu’au|Hasta|Até|Fino al|Tot",
  withdrawnAt: "Withdrawn|Zurückgenommen|Retiré|Retirado|Retirado|Ritirato|Ingetrokken",
  at: "Time|Zeit|Date|Fecha|Data|Data|Tijd",
  channel: "Channel|Kanal|Canal|Canal|Canal|Canale|Kanaal",
  author: "By|Von|De|De|De|Da|Van",
  text: "Words|Text|Texte|Texto|Texto|Testo|Tekst",
  flow: "Topic|Thema|Sujet|Tema|Assunto|Argomento|Onderwerp",
  intent: "Wish|Wunsch|Souhait|Deseo|Pedido|Richiesta|Wens",
  status: "State|Stand|État|Estado|Estado|Stato|Stand",
  state: "State|Stand|État|Estado|Estado|Stato|Stand",
  orderName: "Order|Bestellung|Commande|Pedido|Encomenda|Ordine|Bestelling",
  summary: "Summary|Zusammenfassung|Résumé|Resumen|Resumo|Riassunto|Samenvatting",
  openedAt: "Opened|Begonnen|Ouvert|Abierto|Aberto|Aperto|Geopend",
  closedAt: "Closed|Beendet|Clos|Cerrado|Fechado|Chiuso|Gesloten",
  result: "Result|Ergebnis|Résultat|Resultado|Resultado|Risultato|Resultaat",
  usedAt: "Used|Benutzt|Utilisé|Usado|Usado|Usato|Gebruikt",
  purpose: "Purpose|Zweck|But|Finalidad|Finalidade|Scopo|Doel",
  customerId: "Account|Konto|Compte|Cuenta|Conta|Account|Account",
  source: "Source|Quelle|Source|Origen|Origem|Fonte|Bron",
  value: "Said|Gesagt|Indiqué|Dicho|Dito|Detto|Gezegd",
  statedAt: "Said on|Gesagt am|Indiqué le|Dicho el|Dito em|Detto il|Gezegd op",
  what: "What|Was|Quoi|Qué|O quê|Che cosa|Wat",
  action: "Action|Handlung|Action|Acción|Ação|Azione|Handeling",
  width: "Width|Breite|Largeur|Ancho|Largura|Larghezza|Breedte",
  height: "Height|Höhe|Hauteur|Alto|Altura|Altezza|Hoogte",
  name: "Name|Name|Nom|Nombre|Nome|Nome|Naam",
  finishedAt: "Finished|Erledigt|Terminé|Terminado|Concluído|Concluso|Klaar",
} as const satisfies Record<Section, string> & Record<string, string>;

/** One word of the export in the reader's language; a column without one is shown by its own name. */
export function exportWord(language: Language, word: string): string {
  const line = (lines as Record<string, string>)[word];
  return line?.split("|")[languages.indexOf(language)] ?? word;
}
