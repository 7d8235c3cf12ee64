import type { Block, Language } from "#app/channels/message.ts";
import { say } from "#app/flows/texts.ts";

type CodeMailKey = "subject" | "body" | "warning";

const texts: Record<Language, Record<CodeMailKey, string>> = {
  en: {
    subject: "{code} is your code for {shop}",
    body: "Somebody who writes to {shop} by {channel} wants to show that this address is theirs. If that is you, write this code there within {minutes} minutes: **{code}**",
    warning: "If that was not you, do nothing and give the code to nobody.",
  },
  de: {
    subject: "{code} ist Dein Code für {shop}",
    body: "Jemand, der {shop} über {channel} schreibt, möchte zeigen, dass ihm diese Adresse gehört. Wenn Du das bist, schreib dort innerhalb von {minutes} Minuten diesen Code: **{code}**",
    warning: "Wenn Du das nicht warst, tu nichts und gib den Code niemandem.",
  },
  fr: {
    subject: "{code} est votre code pour {shop}",
    body: "Quelqu’un qui écrit à {shop} par {channel} veut montrer que cette adresse est la sienne. Si c’est vous, écrivez-y ce code dans les {minutes} minutes : **{code}**",
    warning: "Si ce n’était pas vous, ne faites rien et ne donnez ce code à personne.",
  },
  es: {
    subject: "{code} es tu código para {shop}",
    body: "Alguien que escribe a {shop} por {channel} quiere demostrar que esta dirección es suya. Si eres tú, escribe allí este código en {minutes} minutos: **{code}**",
    warning: "Si no eras tú, no hagas nada y no des el código a nadie.",
  },
  pt: {
    subject: "{code} é o seu código para {shop}",
    body: "Alguém que escreve para {shop} por {channel} quer mostrar que este endereço é seu. Se for você, escreva lá este código em até {minutes} minutos: **{code}**",
    warning: "Se não foi você, não faça nada e não dê o código a ninguém.",
  },
  it: {
    subject: "{code} è il tuo codice per {shop}",
    body: "Qualcuno che scrive a {shop} tramite {channel} vuole dimostrare che questo indirizzo è suo. Se sei tu, scrivi lì questo codice entro {minutes} minuti: **{code}**",
    warning: "Se non eri tu, non fare nulla e non dare il codice a nessuno.",
  },
  nl: {
    subject: "{code} is je code voor {shop}",
    body: "Iemand die {shop} schrijft via {channel} wil laten zien dat dit adres van hem of haar is. Ben jij dat, schrijf dan daar binnen {minutes} minuten deze code: **{code}**",
    warning: "Was jij dat niet, doe dan niets en geef de code aan niemand.",
  },
};

const channelNames: Record<string, string> = { widget: "Website-Chat", instagram: "Instagram", whatsapp: "WhatsApp", email: "E-Mail" };

/** The mail that carries a one-time code: who asked, for what, how long it holds, and what to do if it was not you. */
export function codeMail(input: { language: Language; shopName: string; channel: string; code: string; minutes: number }): {
  subject: string;
  blocks: Block[];
} {
  const params = { shop: input.shopName, channel: channelNames[input.channel] ?? input.channel, code: input.code, minutes: input.minutes };
  const text = (key: CodeMailKey) => say(input.language, texts, key, params);
  return {
    subject: text("subject"),
    blocks: [
      { kind: "text", text: text("body") },
      { kind: "text", text: text("warning") },
    ],
  };
}
