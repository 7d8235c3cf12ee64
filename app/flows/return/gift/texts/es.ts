export const es = {
  step: "Regalo",
  shown: "el número y el código postal del paquete coinciden",
  notShown: "aún sin mostrar",
  byPerson: "De algo que te han regalado se ocupa aquí una persona. Tiene lo que me has contado.",
  askBoth:
    "Un regalo vuelve sin la persona que lo compró: no se entera de nada, y no enseño precios. ¿Cuál es el número de pedido y cuál es el código postal de la dirección a la que llegó el paquete? Los dos están en el paquete o en su albarán.",
  askNumber: "¿Y cuál es el número de pedido? Está en el paquete o en su albarán.",
  askPostcode: "¿Y cuál es el código postal de la dirección a la que llegó el paquete?",
  noMatch: "El número y el código postal no coinciden, o no los encuentro. Mira el paquete otra vez, por favor, y dime los dos.",
  locked: "Así no lo encuentro, por eso lo mira una persona.",
  fits: "Gracias, coinciden.",
  chooseCard: "Una tarjeta regalo",
  nextExchange:
    "Este es el cambio: {items} por {item}, sin pagar nada. El artículo nuevo va a la dirección del paquete, en cuanto la tienda haya registrado lo que devuelves.",
  nextCard:
    "Esto vuelve: {items}. En cuanto lo tenga la tienda, recibes aquí, en esta conversación, una tarjeta regalo por lo que se pagó. El importe está en la tarjeta.",
  byTeam: "Si dices que sí, primero lo mira el equipo y decide.",
  confirmExchange: "Sí, cambiarlo",
  confirmCard: "Sí, por tarjeta",
  notEven: "Ese no cuesta lo mismo, así que no se puede cambiar sin dinero.",
  held: "Ahora lo tiene el equipo. Lo mira primero.",
  registered: "Tu tarjeta regalo llega en cuanto la tienda haya registrado lo que devuelves.",
  booked: "La tienda ha registrado lo que devolviste con {name}.",
  dropped: "El equipo quitó el artículo nuevo de {name}. Sigue como devolución por una tarjeta regalo.",
  card: "Tu tarjeta regalo de {shop} vale {amount}. Su código es {code}; introdúcelo al pagar. Guárdalo como dinero en efectivo.",
};
