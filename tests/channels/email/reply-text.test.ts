import { expect, test } from "vitest";
import { stripReply, withoutOwnName } from "#app/channels/email/reply-text.ts";

const address = "<support@linden-loom.example>";

/** How programs of each language introduce a quote, as they wrap it. */
const introductions: [string, string][] = [
  ["en, Gmail", `On Fri, Nov 20, 2026 at 9:58 AM Linden & Loom ${address} wrote:`],
  ["en, wrapped", `On Fri, Nov 20, 2026\nat 9:58 AM Linden & Loom\n${address} wrote:`],
  ["en, Apple", "On 20 Nov 2026, at 09:58, Linden & Loom <support@linden-loom.example> wrote:"],
  ["de, Gmail", `Linden & Loom ${address} schrieb am Fr., 20.\nNov. 2026, 09:58:`],
  ["de, Apple", `Am 20.11.2026 um 09:58 schrieb Linden & Loom ${address}:`],
  ["fr, Gmail", `Le ven. 20 nov. 2026 à 09:58, Linden & Loom\n${address} a écrit :`],
  ["es, Gmail", `El vie, 20 nov 2026\na las 9:58, Linden & Loom (${address})\nescribió:`],
  ["pt, Gmail", `Em sex., 20 de nov. de 2026 às 09:58, Linden & Loom <\nsupport@linden-loom.example> escreveu:`],
  ["pt-PT", `A sexta, 20 de nov. de 2026, 09:58, Linden & Loom ${address} escreveu:`],
  ["it, Gmail", `Il giorno ven 20 nov 2026 alle ore 09:58 Linden & Loom\n${address} ha scritto:`],
  ["nl, Gmail", `Op vr 20 nov 2026 om 09:58 schreef Linden & Loom ${address}:`],
  ["nl, Apple", "Op 20 nov. 2026 om 09:58 heeft Linden & Loom <support@linden-loom.example> het volgende geschreven:"],
];

test.each(introductions)("%s: what it introduces is cut off", (_name, introduction) => {
  const own = "The blue one, size M.\n\nAda";
  expect(stripReply(`${own}\n\n${introduction}\n\n> Which one?\n> 1. Blue\n`)).toBe(own);
  expect(stripReply(`${own}\n\n${introduction}\n\nWhich one?\n1. Blue\n`)).toBe(own);
});

test.each([
  ["en", "From: Linden & Loom <support@linden-loom.example>\nSent: Friday, 20 November 2026 09:58\nTo: Ada\nSubject: Your order"],
  ["de", "-----Ursprüngliche Nachricht-----\nVon: Linden & Loom\nGesendet: Freitag\nAn: Ada\nBetreff: Ihre Bestellung"],
  ["fr", "De : Linden & Loom <support@linden-loom.example>\nEnvoyé : vendredi 20 novembre 2026\nÀ : Ada\nObjet : Votre commande"],
  ["es", "De: Linden & Loom\nEnviado el: viernes, 20 de noviembre\nPara: Ada\nAsunto: Su pedido"],
  ["pt", "De: Linden & Loom\nEnviada em: sexta-feira\nPara: Ada\nAssunto: A sua encomenda"],
  ["it", "Da: Linden & Loom\nInviato: venerdì 20 novembre\nA: Ada\nOggetto: Il Suo ordine"],
  ["nl", "Van: Linden & Loom\nVerzonden: vrijdag 20 november\nAan: Ada\nOnderwerp: Uw bestelling"],
])("%s: Outlook's block of headers ends the reply", (_language, block) => {
  expect(stripReply(`Yes please.\n\n${block}\n\nShall we send a new one?`)).toBe("Yes please.");
});

test.each([
  "Sent from my iPhone",
  "Von meinem iPhone gesendet",
  "Envoyé de mon téléphone",
  "Enviado desde mi iPhone",
  "Enviado do meu iPhone",
  "Inviato da iPhone",
  "Verstuurd vanaf mijn iPhone",
  "-- \nAda Sample\nHead of Rugs",
])("%s is no part of the reply", (signature) => {
  expect(stripReply(`It came broken.\n\n${signature}`)).toBe("It came broken.");
});

test("answers between and below the quoted questions are kept", () => {
  const text =
    "On 20 Nov 2026, at 09:58, Linden & Loom <support@linden-loom.example> wrote:\n\n> Which colour?\n\nBlue.\n\n> And the size?\n\nM please.";
  expect(stripReply(text)).toBe("Blue.\n\nM please.");
});

test("what a shopper passes on is what they want to show", () => {
  const text =
    "Is this real?\n\n---------- Forwarded message ----------\nFrom: Parcel <parcel@example.net>\nSubject: Fee\n\nPay 2 EUR for #1001.";
  expect(stripReply(text)).toContain("Pay 2 EUR for #1001.");
});

test.each([
  "On Monday I wrote: where is it?\nNo answer so far.",
  "Le canapé est arrivé, merci.\nBonne couleur.",
  "From: the blue rug\nTo: the red one",
  "Op 3 november heb ik besteld.\nMijn zus schreef mij: het is er.\nMaar ik zie niets.",
  "I ordered 2 > 1 rugs.\n--------\nStill one rug came.",
])("a text without a quote stays whole: %j", (text) => {
  expect(stripReply(text)).toBe(text);
});

test("the sender's own name below what they wrote is no part of it; other words there are", () => {
  const marta = { address: "marta.rossi@example.com", name: "Märta R." };
  expect(withoutOwnName("2\n\nMarta", marta)).toBe("2");
  expect(withoutOwnName("Too small.\nMarta Rossi", marta)).toBe("Too small.");
  expect(withoutOwnName("Too small.\n\nMÄRTA\n", marta)).toBe("Too small.");
  for (const text of [
    "Marta",
    "I want this:\n\nLinen Dress",
    "It is for\n\nAda Marta",
    "Where is it?\n\n#1001",
    "Where is it?\n\nMarta Rossi, #1001",
    "",
  ])
    expect(withoutOwnName(text, marta)).toBe(text);
  expect(withoutOwnName("Hello\n\nMarta", null)).toBe("Hello\n\nMarta");
});
