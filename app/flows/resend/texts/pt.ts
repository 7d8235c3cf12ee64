import type { ResendTextKey } from "./index.ts";

export const pt: Record<ResendTextKey, string> = {
  stepOrder: "Pedido",
  stepMail: "E-mail",
  orderUnknown: "Não encontro {order} entre os pedidos que vejo para você.",
  resume: "Vamos continuar com o e-mail sobre o seu pedido.",
  sending: "Estou mandando enviar agora e escrevo assim que for confirmado.",
  stillSending: "Está sendo enviado; escrevo assim que for confirmado.",
  takesLonger: "A confirmação está demorando mais que o normal. Continuo olhando e escrevo assim que souber.",
  sentConfirmation:
    "A confirmação do pedido {order} está a caminho de {address}, o endereço que consta no pedido. Se não chegar em alguns minutos, olhe também no lixo eletrônico.",
  sentInvoice:
    "A fatura do pedido {order} está a caminho de {address}, o endereço que consta no pedido. Se não chegar em alguns minutos, olhe também no lixo eletrônico.",
  otherAddress: "Só posso enviar para o endereço que consta no pedido.",
  noAddress: "Não consta nenhum endereço de e-mail no pedido {order}, então a equipe vai olhar.",
  askWhich: "De qual das duas você precisa?",
  confirmation: "A confirmação",
  invoice: "A fatura",
  tooOften: "Hoje já foi enviado algumas vezes, então a equipe vai olhar.",
  failed: "Não foi possível enviar.",
  outcomeUnknown: "Não consegui confirmar se foi enviado. A equipe verifica.",
  handedOver: "A equipe já recebeu a pergunta. Não tenho nada mais novo para contar.",
  nothingRunning: "Nada foi enviado. Me diga quando precisar de uma confirmação ou de uma fatura.",
  kept: "Tudo bem, não envio nada.",
  oldButton: "Esse botão é de um passo anterior. Estamos aqui.",
};
