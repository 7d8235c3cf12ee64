import type { Language } from "#app/channels/message.ts";

/** What shoppers are asked and told. `about`: the order's name, or nothing. */
export type SatisfactionTexts = {
  question(shop: string, about: string | null): string;
  /** How else to answer where buttons are shown, and in a mail. */
  orType: string;
  orMail: string;
  good: string;
  okay: string;
  bad: string;
  thanks: string;
  why: string;
  passedOn: string;
  /** The page behind a mail's links. */
  title: string;
  comment: string;
  send: string;
  over: string;
};

export const satisfactionTexts: Record<Language, SatisfactionTexts> = {
  en: {
    question: (shop, about) => `How was the help you got from ${shop}${about ? ` with ${about}` : ""}?`,
    orType: "Tap one, or write a number from 1 (bad) to 5 (very good).",
    orMail: "Press one, or answer this mail with a number from 1 (bad) to 5 (very good).",
    good: "Good",
    okay: "Okay",
    bad: "Bad",
    thanks: "Thank you for telling us.",
    why: "Thank you for telling us. What should have been better? The team reads it.",
    passedOn: "Thank you, the team will read it. If you need anything else, just write.",
    title: "How did it go?",
    comment: "What should we know? (optional)",
    send: "Send",
    over: "This question is no longer open. If you need anything, just write to us.",
  },
  de: {
    question: (shop, about) => `Wie war die Hilfe von ${shop}${about ? ` bei ${about}` : ""} für Dich?`,
    orType: "Tippe auf eine Antwort oder schreib eine Zahl von 1 (schlecht) bis 5 (sehr gut).",
    orMail: "Klick auf eine Antwort oder antworte auf diese Mail mit einer Zahl von 1 (schlecht) bis 5 (sehr gut).",
    good: "Gut",
    okay: "Okay",
    bad: "Schlecht",
    thanks: "Danke für Deine Antwort.",
    why: "Danke für Deine Antwort. Was hätte besser sein sollen? Das Team liest es.",
    passedOn: "Danke, das Team liest es. Wenn Du noch etwas brauchst, schreib einfach.",
    title: "Wie ist es gelaufen?",
    comment: "Was sollten wir wissen? (freiwillig)",
    send: "Absenden",
    over: "Diese Frage ist nicht mehr offen. Wenn Du etwas brauchst, schreib uns einfach.",
  },
  fr: {
    question: (shop, about) => `Comment avez-vous trouvé l'aide de ${shop}${about ? ` pour ${about}` : ""} ?`,
    orType: "Touchez une réponse ou écrivez un chiffre de 1 (mauvais) à 5 (très bien).",
    orMail: "Cliquez sur une réponse ou répondez à ce message par un chiffre de 1 (mauvais) à 5 (très bien).",
    good: "Bien",
    okay: "Correct",
    bad: "Mauvais",
    thanks: "Merci de votre réponse.",
    why: "Merci de votre réponse. Qu'est-ce qui aurait dû être mieux ? L'équipe le lira.",
    passedOn: "Merci, l'équipe le lira. Si vous avez besoin d'autre chose, écrivez-nous.",
    title: "Comment cela s'est-il passé ?",
    comment: "Que devrions-nous savoir ? (facultatif)",
    send: "Envoyer",
    over: "Cette question n'est plus ouverte. Si vous avez besoin de quelque chose, écrivez-nous.",
  },
  es: {
    question: (shop, about) => `¿Qué te pareció la ayuda de ${shop}${about ? ` con ${about}` : ""}?`,
    orType: "Toca una respuesta o escribe un número del 1 (mal) al 5 (muy bien).",
    orMail: "Pulsa una respuesta o contesta a este correo con un número del 1 (mal) al 5 (muy bien).",
    good: "Bien",
    okay: "Regular",
    bad: "Mal",
    thanks: "Gracias por tu respuesta.",
    why: "Gracias por tu respuesta. ¿Qué debería haber sido mejor? El equipo lo lee.",
    passedOn: "Gracias, el equipo lo leerá. Si necesitas algo más, escríbenos.",
    title: "¿Cómo fue?",
    comment: "¿Qué deberíamos saber? (opcional)",
    send: "Enviar",
    over: "Esta pregunta ya no está abierta. Si necesitas algo, escríbenos.",
  },
  pt: {
    question: (shop, about) => `O que você achou da ajuda da ${shop}${about ? ` com ${about}` : ""}?`,
    orType: "Toque em uma resposta ou escreva um número de 1 (ruim) a 5 (muito bom).",
    orMail: "Clique em uma resposta ou responda a este e-mail com um número de 1 (ruim) a 5 (muito bom).",
    good: "Bom",
    okay: "Regular",
    bad: "Ruim",
    thanks: "Obrigado pela sua resposta.",
    why: "Obrigado pela sua resposta. O que deveria ter sido melhor? A equipe vai ler.",
    passedOn: "Obrigado, a equipe vai ler. Se precisar de mais alguma coisa, é só escrever.",
    title: "Como foi?",
    comment: "O que devemos saber? (opcional)",
    send: "Enviar",
    over: "Esta pergunta não está mais aberta. Se precisar de algo, é só escrever.",
  },
  it: {
    question: (shop, about) => `Come hai trovato l'aiuto di ${shop}${about ? ` per ${about}` : ""}?`,
    orType: "Tocca una risposta o scrivi un numero da 1 (male) a 5 (molto bene).",
    orMail: "Clicca su una risposta o rispondi a questa mail con un numero da 1 (male) a 5 (molto bene).",
    good: "Bene",
    okay: "Così così",
    bad: "Male",
    thanks: "Grazie della risposta.",
    why: "Grazie della risposta. Che cosa sarebbe dovuto andare meglio? Il team lo legge.",
    passedOn: "Grazie, il team lo leggerà. Se ti serve altro, scrivici.",
    title: "Com'è andata?",
    comment: "Che cosa dovremmo sapere? (facoltativo)",
    send: "Invia",
    over: "Questa domanda non è più aperta. Se ti serve qualcosa, scrivici.",
  },
  nl: {
    question: (shop, about) => `Hoe vond je de hulp van ${shop}${about ? ` bij ${about}` : ""}?`,
    orType: "Tik op een antwoord of schrijf een cijfer van 1 (slecht) tot 5 (heel goed).",
    orMail: "Klik op een antwoord of beantwoord deze mail met een cijfer van 1 (slecht) tot 5 (heel goed).",
    good: "Goed",
    okay: "Oké",
    bad: "Slecht",
    thanks: "Bedankt voor je antwoord.",
    why: "Bedankt voor je antwoord. Wat had beter gekund? Het team leest het.",
    passedOn: "Bedankt, het team leest het. Heb je nog iets nodig, schrijf dan gewoon.",
    title: "Hoe ging het?",
    comment: "Wat moeten we weten? (mag, hoeft niet)",
    send: "Versturen",
    over: "Deze vraag staat niet meer open. Heb je iets nodig, schrijf ons dan gewoon.",
  },
};
