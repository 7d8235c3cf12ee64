import type { en } from "./en.ts";

export const pt: Record<keyof typeof en, string> = {
  summary:
    "Isto é o que guardo de si: {messages, plural, one {uma mensagem} other {# mensagens}} por {channels}{day, select, other { desde {day}}}, {cases, plural, =0 {nenhum pedido} one {um pedido} other {# pedidos}} e {notes, plural, =0 {nenhuma nota da equipa} one {uma nota da equipa} other {# notas da equipa}}.",
  addresses: "Ligado a isto: {list}.",
  remembered: "Eu lembro para você: {list}. Escreva “esqueça minhas preferências” para apagar.",
  scope: "As suas encomendas e a sua conta são guardadas pela própria loja, na Shopify.",
  scopeUnproven: "Não sei ao certo quem é, por isso isto diz respeito só a esta conversa.",
  buttonExport: "Enviar-me tudo",
  buttonForget: "Apagar os dados",
  exportSent: "Uma ligação para tudo vai a caminho de {address}. Só pode ser aberta uma vez.",
  exportUnderWay: "A ligação já foi enviada. Veja a sua caixa de correio.",
  noMailbox: "Não conheço nenhuma caixa de correio que seja sua com certeza, por isso não posso enviar sozinho.",
  explain:
    "Apagaria as nossas conversas em todos os canais, os seus endereços aqui, pedidos e notas. O que {shop} tem de guardar fica: encomendas, faturas e a sua conta na Shopify. Não pode ser desfeito.",
  ask: "Devo apagar?",
  buttonYes: "Sim, apagar",
  buttonNo: "Não, manter",
  erasing:
    "Estou a apagar agora, esta mensagem também. Dentro de minutos não resta nada aqui. Quando voltar a escrever, começamos de novo.",
  kept: "Está bem, fica tudo como está.",
  stepLabel: "Dados próprios",
};
