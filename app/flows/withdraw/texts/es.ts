import type { WithdrawTextKey } from "./index.ts";

export const es: Record<WithdrawTextKey, string> = {
  stepOrder: "Contrato",
  stepReceipt: "Acuse a",
  stepConfirm: "Confirmado",
  choose: "Aquí puedes desistir de un contrato sin dar ningún motivo. ¿De qué pedido se trata? Si no aparece, escribe su número.",
  askBoth:
    "Aquí puedes desistir de un contrato sin dar ningún motivo. Escribe el número de pedido y el correo al que debe llegar el acuse de recibo.",
  askOrder: "¿De qué pedido se trata? Escribe su número tal como aparece en la confirmación.",
  askContact: "¿A qué correo debe llegar el acuse de recibo del pedido {order}?",
  contactUnclear: "Ahí no leo ninguna dirección de correo.",
  orderUnclear: "Ahí no leo ningún número de pedido.",
  readBack: "Esto es lo que declaras:\n«Desisto del contrato del pedido {order} con {shop}.»\nEl acuse de recibo llega a {address}.",
  readBackOnOrder:
    "Esto es lo que declaras:\n«Desisto del contrato del pedido {order} con {shop}.»\nEl acuse de recibo llega al correo del pedido.",
  wayBackFee:
    "Los artículos han llegado y el envío de vuelta corre de tu cuenta: recibes la etiqueta de la tienda y se descuentan {fee} de lo que se te devuelve. Si prefieres enviarlos por tu cuenta, escríbenos antes y no se descuenta nada.",
  confirm: "Confirmar desistimiento",
  keep: "Ahora no",
  another: "Otro pedido",
  kept: "De acuerdo, no se ha declarado nada. Puedes desistir cuando quieras mientras dure tu derecho.",
  received: "Tu desistimiento del pedido {order} se recibió el {when}. Referencia: {reference}. El acuse de recibo va por correo.",
  receivedBefore: "Ya tengo tu desistimiento del pedido {order}. Se recibió el {when}. Referencia: {reference}.",
  cancelling: "El pedido todavía no ha salido. Lo cancelo y te escribo en cuanto esté hecho.",
  returning: "Registro la devolución y te escribo en cuanto esté hecho.",
  working: "Todavía se está tramitando. Te escribo en cuanto esté hecho.",
  cancelled: "El pedido {order} está cancelado. Todo lo que pagaste vuelve por la misma vía.",
  registered:
    "Tu devolución está registrada como {name}. Envía los artículos en un plazo de 14 días. Recuperas lo que pagaste por ellos y, si lo devuelves todo, también el envío estándar.",
  failed: "No se pudo hacer de forma automática, así que lo hace una persona. Tu desistimiento cuenta como recibido.",
  resume: "Seguimos con tu desistimiento donde lo dejaste.",
  resumeFrom: "Seguimos con tu desistimiento donde lo dejaste {place}.",
  oldButton: "Ese botón es de un paso anterior.",
};
