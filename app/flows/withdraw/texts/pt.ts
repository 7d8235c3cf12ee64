import type { WithdrawTextKey } from "./index.ts";

export const pt: Record<WithdrawTextKey, string> = {
  stepOrder: "Contrato",
  stepReceipt: "Comprovante para",
  stepConfirm: "Confirmado",
  choose: "Aqui você pode desistir de um contrato sem dar nenhum motivo. Qual é o pedido? Se ele não aparece, escreva o número.",
  askBoth: "Aqui você pode desistir de um contrato sem dar nenhum motivo. Escreva o número do pedido e o e-mail para o comprovante.",
  askOrder: "Qual é o pedido? Escreva o número como está na confirmação.",
  askContact: "Para qual e-mail deve ir o comprovante do pedido {order}?",
  contactUnclear: "Não consigo ler um e-mail aí.",
  orderUnclear: "Não consigo ler um número de pedido aí.",
  readBack: "É isto que você declara:\n“Desisto do contrato do pedido {order} com {shop}.”\nO comprovante vai para {address}.",
  readBackOnOrder:
    "É isto que você declara:\n“Desisto do contrato do pedido {order} com {shop}.”\nO comprovante vai para o e-mail do pedido.",
  wayBackFee:
    "Os itens chegaram e o envio de volta é por sua conta: você recebe a etiqueta da loja e {fee} são descontados do reembolso. Se preferir enviar por conta própria, escreva antes e nada é descontado.",
  confirm: "Confirmar desistência",
  keep: "Agora não",
  another: "Outro pedido",
  kept: "Certo, nada foi declarado. Você pode desistir quando quiser enquanto o seu direito durar.",
  received: "Sua desistência do pedido {order} foi recebida em {when}. Referência: {reference}. O comprovante está a caminho por e-mail.",
  receivedBefore: "Já tenho sua desistência do pedido {order}. Ela foi recebida em {when}. Referência: {reference}.",
  cancelling: "O pedido ainda não saiu. Vou cancelá-lo e escrevo assim que estiver feito.",
  returning: "Vou registrar a devolução e escrevo assim que estiver feito.",
  working: "Ainda está em andamento. Escrevo assim que estiver feito.",
  cancelled: "O pedido {order} está cancelado. Tudo o que você pagou volta pelo mesmo meio.",
  registered:
    "Sua devolução está registrada como {name}. Envie os produtos de volta em até 14 dias. Você recebe o que pagou por eles e, se devolver tudo, também o frete padrão.",
  failed: "Não deu para fazer isso automaticamente, então uma pessoa cuida disso. Sua desistência conta como recebida.",
  resume: "Continuamos sua desistência de onde você parou.",
  resumeFrom: "Continuamos sua desistência de onde você parou {place}.",
  oldButton: "Esse botão é de um passo anterior.",
};
