import type { en } from "./en.ts";

export const fr: Record<keyof typeof en, string> = {
  summary:
    "Voici ce que je conserve de vous : {messages, plural, one {un message} other {# messages}} par {channels}{day, select, other { depuis le {day}}}, {cases, plural, =0 {aucune demande} one {une demande} other {# demandes}} et {notes, plural, =0 {aucune note de l’équipe} one {une note de l’équipe} other {# notes de l’équipe}}.",
  addresses: "Y sont rattachés : {list}.",
  remembered: "Je retiens pour vous : {list}. Écrivez « oubliez mes préférences » pour que ce soit supprimé.",
  scope: "Vos commandes et votre compte sont conservés par la boutique elle-même, chez Shopify.",
  scopeUnproven: "Je ne sais pas avec certitude qui vous êtes : cela ne concerne donc que cette conversation.",
  buttonExport: "Tout m’envoyer",
  buttonForget: "Effacer mes données",
  exportSent: "Un lien vers tout cela part vers {address}. Il ne s’ouvre qu’une fois.",
  exportUnderWay: "Le lien a déjà été envoyé. Regardez dans votre boîte mail.",
  noMailbox: "Je ne connais aucune boîte mail qui soit sûrement la vôtre, je ne peux donc pas l’envoyer moi-même.",
  explain:
    "J’effacerais nos conversations sur tous les canaux, vos adresses ici, les demandes et les notes. Ce que {shop} doit garder reste : commandes, factures et votre compte chez Shopify. C’est définitif.",
  ask: "Faut-il l’effacer ?",
  buttonYes: "Oui, effacer",
  buttonNo: "Non, garder",
  erasing:
    "J’efface maintenant, ce message aussi. Dans quelques minutes il n’en restera rien ici. Si vous écrivez de nouveau, nous repartirons de zéro.",
  kept: "Bien, tout reste comme c’est.",
  stepLabel: "Données personnelles",
};
