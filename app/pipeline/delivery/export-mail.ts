import type { Block, Language } from "#app/channels/message.ts";
import { say } from "#app/flows/texts.ts";

type ExportMailKey = "subject" | "body" | "button" | "warning";

const texts: Record<Language, Record<ExportMailKey, string>> = {
  en: {
    subject: "Your data at {shop}",
    body: "You asked what {shop} keeps about you. Behind this link is everything, for {days} days. It can be opened once.",
    button: "Open my data",
    warning: "If you did not ask for this, do nothing; nobody else can open the link.",
  },
  de: {
    subject: "Deine Daten bei {shop}",
    body: "Du hast gefragt, was {shop} über Dich speichert. Hinter diesem Link steht alles, {days} Tage lang. Er lässt sich einmal öffnen.",
    button: "Meine Daten öffnen",
    warning: "Wenn Du nicht danach gefragt hast, tu nichts; niemand sonst kann den Link öffnen.",
  },
  fr: {
    subject: "Vos données chez {shop}",
    body: "Vous avez demandé ce que {shop} conserve à votre sujet. Tout se trouve derrière ce lien, pendant {days} jours. Il ne s’ouvre qu’une fois.",
    button: "Ouvrir mes données",
    warning: "Si vous n’avez rien demandé, ne faites rien ; personne d’autre ne peut ouvrir le lien.",
  },
  es: {
    subject: "Tus datos en {shop}",
    body: "Has preguntado qué guarda {shop} sobre ti. Todo está detrás de este enlace durante {days} días. Se puede abrir una vez.",
    button: "Abrir mis datos",
    warning: "Si no lo has pedido, no hagas nada; nadie más puede abrir el enlace.",
  },
  pt: {
    subject: "Os seus dados em {shop}",
    body: "Perguntou o que {shop} guarda sobre si. Está tudo atrás desta ligação durante {days} dias. Só pode ser aberta uma vez.",
    button: "Abrir os meus dados",
    warning: "Se não pediu isto, não faça nada; mais ninguém pode abrir a ligação.",
  },
  it: {
    subject: "I tuoi dati presso {shop}",
    body: "Hai chiesto che cosa {shop} conserva su di te. Dietro questo link c’è tutto, per {days} giorni. Si può aprire una volta.",
    button: "Apri i miei dati",
    warning: "Se non l’hai chiesto, non fare nulla; nessun altro può aprire il link.",
  },
  nl: {
    subject: "Je gegevens bij {shop}",
    body: "Je vroeg wat {shop} over je bewaart. Achter deze link staat alles, {days} dagen lang. Hij kan één keer worden geopend.",
    button: "Mijn gegevens openen",
    warning: "Heb je hier niet om gevraagd, doe dan niets; niemand anders kan de link openen.",
  },
};

/** The mail that brings a shopper the link to their own data. */
export function exportMail(input: { language: Language; shopName: string; days: number; url: string }): {
  subject: string;
  blocks: Block[];
} {
  const text = (key: ExportMailKey) => say(input.language, texts, key, { shop: input.shopName, days: input.days });
  return {
    subject: text("subject"),
    blocks: [
      { kind: "text", text: text("body") },
      { kind: "link", label: text("button"), url: input.url },
      { kind: "text", text: text("warning") },
    ],
  };
}
