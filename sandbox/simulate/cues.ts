/**
 * By which words a shopper sees what is asked, in seven languages. These are what people look for in a question, not the product's
 * sentences: anything that asks for a reason in its own words is understood.
 */
export type Question =
  | "contact"
  | "code"
  | "known-under"
  | "order"
  | "is-it-this"
  | "items"
  | "which-item"
  | "quantity"
  | "more-items"
  | "reason"
  | "address"
  | "photos"
  | "person-offered"
  | "join";

const asks: Record<Question, RegExp> = {
  contact:
    /write the e-?mail address|schreib\w*( mir)? bitte die e-?mail|écrivez l.adresse e-?mail|escribe el correo|scrivi l.(indirizzo )?e-?mail|schrijf( alsjeblieft)? het e-?mailadres|escreva o e-?mail/i,
  code: /six digits|sechs Ziffern|sechsstellig|six chiffres|seis cifras|seis d[ií]gitos|sei cifre|zes cijfers/i,
  "known-under":
    /(which|the|another) e-?mail address|e-?mail-?adresse|adresse e-?mail|correo( electrónico)?|indirizzo e-?mail|l’e-?mail|con quale e-?mail|e-?mailadres|o e-?mail|qual e-?mail/i,
  order:
    /which order|welche bestellung|quelle commande|(qué|cuál) pedido|quale ordine|welke bestelling|qual pedido|order number|bestellnummer|numéro de commande|número de pedido|numero d.ordine|bestelnummer|número do pedido/i,
  "is-it-this": /^(is it|geht es um|s.agit-il de|¿se trata de|si tratta di|gaat het om|é) ?[“«„‘"]/im,
  items: /which items|welche artikel|quels articles|qué artículos|quali articoli|welke artikelen|quais itens/i,
  "which-item": /which one do you mean|welchen meinst|lequel voulez|cuál quieres|quale intendi|welk bedoel|qual deles/i,
  quantity: /how many of|wie viele|combien de|cuántas unidades|quanti pezzi|hoeveel van|quantas unidades/i,
  "more-items":
    /anything else from|noch etwas aus|autre chose de cette|algo más de este|altro di questo|nog iets uit|mais alguma coisa deste/i,
  reason: /\b(reason|grund|motif|motivo|reden)\b[^.!\n]*\?/i,
  address:
    /street and number|straße und hausnummer|rue et le numéro|calle y número|via e numero|straat en nummer|rua e (o )?número|postcode\?|postleitzahl\?|code postal \?|código postal\?|codice postale\?|CEP\?/i,
  photos:
    /pictures? right here|more pictures?|bild(er)?\b.*(hier|noch)|photos?\b.*(ici|encore)|fotos?\b.*(aquí|más|hier|nog|aqui|mais)|foto\b.*(qui|ancora)/i,
  "person-offered":
    /someone from the team|jemand aus dem team|quelqu.un de l.équipe|alguien del equipo|qualcuno del team|iemand van het team|alguém da equipe/i,
  join: /(was that you|warst du das|était-ce vous|eras tú|eri tu|was jij dat|foi você)\?/i,
};

/** What the text asks for, the most particular first. */
export function asked(text: string): Question | undefined {
  return (Object.keys(asks) as Question[]).find((question) => asks[question].test(text));
}

export const cues = {
  /** "When you say yes", before a sum. */
  sayYes:
    /say yes|ja sagst|deinem ja|votre oui|dites oui|(di|digas) (que )?sí|dici (di )?sì|di’ di sì|ja zegt|disser sim|diz sim|digas que sí/i,
  unshipped:
    /not been shipped|noch nicht (verschickt|versendet|unterwegs)|pas encore|(aún|todavía) no|non è (ancora|stato ancora)|nog niet|ainda não/i,
  /** By the calendar of whoever reads it. */
  nearDay:
    /today|tomorrow|yesterday|heute|morgen|gestern|aujourd|demain|hier\b|hoy|mañana|ayer|oggi|domani|ieri|vandaag|gisteren|hoje|amanhã|ontem/i,
  /** A promise to write again by itself. */
  promise: /\b(I|and) (will )?(write|keep checking)|schreibe|écris|escribo|scrivo|ik schrijf|schrijf zodra|escrevo/i,
  /** It goes to a person. */
  person:
    /colleague|kolleg|collègue|compañer|persona del equipo|collega|uma pessoa da equipe|por una persona|by a person|the team|das Team|l.équipe|el equipo|il team|het team|a equipe/i,
  handedOver: /passing this to|gebe das an|transmets|se lo paso|passo tutto|geef dit door|passando para/i,
  notFound:
    /do not find an answer|finde ich nichts|ne trouve pas de réponse|no encuentro respuesta|non trovo una risposta|vind ik niets over|não encontro resposta/i,
  unclear:
    /not sure what you mean|did not get that|nicht sicher, was|nicht verstanden|pas (sûr de comprendre|compris)|(no estoy seguro|no lo he entendido)|(non sono sicuro|non ho capito)|(weet niet zeker|begreep ik niet)|(não tenho certeza do|não entendi)/i,
  closed: /return window|rückgabefrist|délai de retour|plazo de|termine di|retourtermijn|prazo de/i,
};

/** What a button says that answers a wish or a question. */
export const buttons = {
  track: /where is|wo ist|suivre|dónde está|dov.è|waar is|onde está/i,
  return: /send something back|zurückgeben|faire un retour|devolver algo|fare un reso|terugsturen|return something/i,
  person: /talk to a person|mit menschen|parler à|hablar con|parla con|iemand spreken|falar com/i,
  done: /that.s all|das ist alles|c.est tout|eso es todo|è tutto|dat is alles|é só isso/i,
  all: /^(all|alle|les|las|tutti e|todas as)\b/i,
  yes: /^(yes|ja|oui|sí|sì|sim)(?=[\s,.!]|$)/i,
  no: /^(no|nein|non|nee|não)(?=[\s,.!]|$)|something else|etwas anderes|autre chose|otra cosa|qualcos.altro|iets anders|outra coisa/i,
  exchange: /exchange|umtausch|échang|cambi(arlo|o)\b|ruilen|trocar/i,
  credit: /credit|guthaben|avoir|vale|buono|tegoed|crédito|voucher|gutschein/i,
  keep: /\bkeep (it|the item)|behalten|garder (l|c)|quedármelo|tenerlo|houden|ficar com/i,
  refund: /money back|geld zurück|rembours|reembols|rimborso|geld terug|return for|zurück für|retour (voor|pour)|devolver por|rendi per/i,
  reason: {
    changed_mind:
      /changed my mind|gefällt mir nicht|umentschieden|changement d.avis|cambiado de idea|cambiato idea|toch niet|mudei de ideia/i,
    size_small: /too small|zu klein|trop petit|demasiado pequeño|troppo piccolo|te klein|pequeno demais/i,
    size_large: /too (large|big)|zu groß|trop grand|demasiado grande|troppo grande|te groot|grande demais/i,
    not_as_described: /not as described|anders beschrieben|pas comme décrit|no es como|non come descritto|niet als beschreven|não é como/i,
    other: /another reason|anderer grund|autre motif|otro motivo|altro motivo|andere reden|outro motivo/i,
  },
};
