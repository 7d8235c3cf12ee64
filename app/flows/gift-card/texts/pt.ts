import type { en } from "./en.ts";

export const pt: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {Seu vale-presente} other {Seus vales-presente}} na {shop}:",
  until: "{card}: {amount}, válido até {day}",
  open: "{card}: {amount}, sem data de validade",
  empty: "{card}: já usado por completo",
  expired: "{card}: expirou em {day}",
  off: "{card}: desativado pela loja, não pode mais ser usado",
  more: "{count, plural, one {e mais um} other {e mais #}}",
  none: "Não encontro nenhum vale-presente na {shop} em um endereço que eu saiba ser seu.",
  elsewhere: "Se ele pertence a outro e-mail, escreva-o aqui e um código vai para lá.",
  unavailable: "Não consigo consultar os vales-presente da {shop}. Um colega pode dizer quanto resta no seu.",
  secret: "Guarde para você o código de um vale-presente: quem o tem pode gastá-lo. Não preciso dele e não o guardei.",
  askContact:
    "Para ter certeza de que o vale é seu, escreva o e-mail ao qual ele pertence, como na sua conta ou no seu pedido. Seis dígitos vão para lá.",
  codeSent:
    "Se a {shop} conhece um cliente com isso, um código de seis dígitos está a caminho do e-mail dele. Escreva-o aqui em até {minutes} minutos.",
  gladly: "Claro.",
  person: "Falar com alguém",
  stepLabel: "Saldo de um vale-presente",
};
