import type { Catalogue } from "#app/flows/texts.ts";

type PromiseKey = "refund" | "answer" | "shipment" | "exchange" | "label" | "other";

/** What a shopper is told of a promise that is not kept in time: what it was, and that the team knows. No new date, since nobody knows one. */
export const promiseTexts: Catalogue<PromiseKey> = {
  en: {
    refund:
      "We told you that your refund would come by {day}. It is not done yet and takes longer. We are sorry. The team knows and is on it.",
    answer: "We told you that you would hear from us by {day}. It takes longer. We are sorry. The team knows and is on it.",
    shipment:
      "We told you that your parcel would be sent by {day}. It has not left yet and takes longer. We are sorry. The team knows and is on it.",
    exchange:
      "We told you that your exchange would be sent by {day}. It has not left yet and takes longer. We are sorry. The team knows and is on it.",
    label: "We told you that you would have your label by {day}. It takes longer. We are sorry. The team knows and is on it.",
    other: "We told you that we would take care of it by {day}. It takes longer. We are sorry. The team knows and is on it.",
  },
  de: {
    refund:
      "Wir hatten Dir Deine Erstattung bis {day} zugesagt. Sie ist noch nicht da und dauert länger. Das tut uns leid. Das Team weiß Bescheid und kümmert sich.",
    answer: "Wir hatten Dir bis {day} eine Antwort zugesagt. Es dauert länger. Das tut uns leid. Das Team weiß Bescheid und kümmert sich.",
    shipment:
      "Wir hatten Dir gesagt, dass Dein Paket bis {day} losgeht. Es ist noch hier und dauert länger. Das tut uns leid. Das Team weiß Bescheid und kümmert sich.",
    exchange:
      "Wir hatten Dir gesagt, dass Dein Umtausch bis {day} losgeht. Er ist noch hier und dauert länger. Das tut uns leid. Das Team weiß Bescheid und kümmert sich.",
    label: "Wir hatten Dir Dein Etikett bis {day} zugesagt. Es dauert länger. Das tut uns leid. Das Team weiß Bescheid und kümmert sich.",
    other:
      "Wir hatten Dir zugesagt, uns bis {day} darum zu kümmern. Es dauert länger. Das tut uns leid. Das Team weiß Bescheid und bleibt dran.",
  },
  fr: {
    refund:
      "Nous vous avions annoncé votre remboursement pour cette date : {day}. Il n’est pas encore fait et prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
    answer:
      "Nous vous avions promis une réponse pour cette date : {day}. Cela prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
    shipment:
      "Nous vous avions annoncé le départ de votre colis pour cette date : {day}. Il n’est pas encore parti et prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
    exchange:
      "Nous vous avions annoncé le départ de votre échange pour cette date : {day}. Il n’est pas encore parti et prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
    label:
      "Nous vous avions promis votre étiquette pour cette date : {day}. Cela prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
    other:
      "Nous vous avions promis de nous en occuper pour cette date : {day}. Cela prend plus de temps. Nous en sommes désolés. L’équipe est au courant et s’en occupe.",
  },
  es: {
    refund:
      "Te dijimos que tendrías tu reembolso en esta fecha: {day}. Todavía no está hecho y tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
    answer: "Te dijimos que tendrías noticias nuestras en esta fecha: {day}. Tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
    shipment:
      "Te dijimos que tu paquete saldría en esta fecha: {day}. Todavía no ha salido y tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
    exchange:
      "Te dijimos que tu cambio saldría en esta fecha: {day}. Todavía no ha salido y tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
    label: "Te dijimos que tendrías tu etiqueta en esta fecha: {day}. Tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
    other: "Te dijimos que nos ocuparíamos en esta fecha: {day}. Tarda más. Lo sentimos. El equipo lo sabe y se ocupa.",
  },
  it: {
    refund:
      "Ti avevamo promesso il rimborso entro questa data: {day}. Non è ancora fatto e richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
    answer: "Ti avevamo promesso una risposta entro questa data: {day}. Richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
    shipment:
      "Ti avevamo detto che il pacco sarebbe partito entro questa data: {day}. Non è ancora partito e richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
    exchange:
      "Ti avevamo detto che il cambio sarebbe partito entro questa data: {day}. Non è ancora partito e richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
    label: "Ti avevamo promesso l’etichetta entro questa data: {day}. Richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
    other: "Ti avevamo promesso di occuparcene entro questa data: {day}. Richiede più tempo. Ci dispiace. Il team lo sa e se ne occupa.",
  },
  nl: {
    refund:
      "We hadden gezegd dat je je geld uiterlijk {day} terug zou hebben. Het is nog niet gebeurd en duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
    answer:
      "We hadden gezegd dat je uiterlijk {day} van ons zou horen. Het duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
    shipment:
      "We hadden gezegd dat je pakket uiterlijk {day} de deur uit zou gaan. Het is er nog en duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
    exchange:
      "We hadden gezegd dat je omruiling uiterlijk {day} de deur uit zou gaan. Ze is er nog en duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
    label:
      "We hadden gezegd dat je je label uiterlijk {day} zou hebben. Het duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
    other:
      "We hadden gezegd dat we het uiterlijk {day} zouden regelen. Het duurt langer. Dat spijt ons. Het team weet het en is ermee bezig.",
  },
  pt: {
    refund:
      "Dissemos que você teria seu reembolso até esta data: {day}. Ainda não foi feito e vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
    answer:
      "Dissemos que você teria uma resposta até esta data: {day}. Vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
    shipment:
      "Dissemos que seu pacote sairia até esta data: {day}. Ele ainda não saiu e vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
    exchange:
      "Dissemos que sua troca sairia até esta data: {day}. Ela ainda não saiu e vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
    label:
      "Dissemos que você teria sua etiqueta até esta data: {day}. Vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
    other: "Dissemos que cuidaríamos disso até esta data: {day}. Vai demorar mais. Sentimos muito. A equipe já sabe e está cuidando disso.",
  },
};
