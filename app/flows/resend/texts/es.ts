import type { ResendTextKey } from "./index.ts";

export const es: Record<ResendTextKey, string> = {
  stepOrder: "Pedido",
  stepMail: "Correo",
  orderUnknown: "No encuentro {order} entre los pedidos que veo para ti.",
  resume: "Sigamos con el correo sobre tu pedido.",
  sending: "Hago que se envíe ahora y te escribo en cuanto esté confirmado.",
  stillSending: "Se está enviando; te escribo en cuanto esté confirmado.",
  takesLonger: "La confirmación tarda más de lo normal. Sigo mirando y te escribo en cuanto lo sepa.",
  sentConfirmation:
    "La confirmación del pedido {order} va de camino a {address}, la dirección que figura en el pedido. Si no llega en unos minutos, mira también en el correo no deseado.",
  sentInvoice:
    "La factura del pedido {order} va de camino a {address}, la dirección que figura en el pedido. Si no llega en unos minutos, mira también en el correo no deseado.",
  otherAddress: "Solo puedo enviarlo a la dirección que figura en el pedido.",
  noAddress: "En el pedido {order} no figura ninguna dirección de correo, así que lo mira el equipo.",
  askWhich: "¿Cuál de las dos necesitas?",
  confirmation: "La confirmación",
  invoice: "La factura",
  tooOften: "Hoy ya se ha enviado varias veces, así que lo mira el equipo.",
  failed: "No se ha podido enviar.",
  outcomeUnknown: "No he podido confirmar si se ha enviado. El equipo lo comprueba.",
  handedOver: "El equipo ya tiene la pregunta. No tengo nada más nuevo que contarte.",
  nothingRunning: "No se ha enviado nada. Dime cuando necesites una confirmación o una factura.",
  kept: "De acuerdo, no envío nada.",
  oldButton: "Ese botón es de un paso anterior. Estamos aquí.",
};
