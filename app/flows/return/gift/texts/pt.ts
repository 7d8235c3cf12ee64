export const pt = {
  step: "Presente",
  shown: "o número e o CEP do pacote conferem",
  notShown: "ainda não mostrado",
  byPerson: "De algo que você ganhou de presente cuida aqui uma pessoa. Ela já tem o que você me contou.",
  askBoth:
    "Um presente volta sem a pessoa que o comprou: ela não fica sabendo de nada, e eu não mostro preços. Qual é o número do pedido e qual é o CEP do endereço para onde o pacote foi? Os dois estão no pacote ou na nota.",
  askNumber: "E qual é o número do pedido? Está no pacote ou na nota.",
  askPostcode: "E qual é o CEP do endereço para onde o pacote foi?",
  noMatch: "O número e o CEP não combinam, ou não os encontro. Olhe o pacote mais uma vez, por favor, e me diga os dois.",
  locked: "Assim não encontro, por isso uma pessoa vai olhar.",
  fits: "Obrigado, confere.",
  chooseCard: "Um vale-presente",
  nextExchange:
    "Esta é a troca: {items} por {item}, nada a pagar. O item novo vai para o endereço do pacote, assim que a loja registrar o que você devolver.",
  nextCard:
    "Isto volta: {items}. Assim que a loja receber, você ganha aqui, nesta conversa, um vale-presente do que foi pago. O valor está no vale.",
  byTeam: "Se você disser sim, primeiro a equipe olha e decide.",
  confirmExchange: "Sim, trocar",
  confirmCard: "Sim, por um vale",
  notEven: "Esse não custa o mesmo, por isso não dá para trocar sem dinheiro.",
  held: "Agora está com a equipe. Ela olha primeiro.",
  registered: "Seu vale-presente chega assim que a loja registrar o que você devolver.",
  booked: "A loja registrou o que você devolveu com {name}.",
  dropped: "A equipe tirou o item novo de {name}. Segue como devolução por um vale-presente.",
  card: "Seu vale-presente da {shop} vale {amount}. O código é {code}; digite-o ao pagar. Guarde-o como dinheiro.",
};
