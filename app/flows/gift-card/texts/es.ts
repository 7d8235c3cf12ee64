import type { en } from "./en.ts";

export const es: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {Tu tarjeta regalo} other {Tus tarjetas regalo}} en {shop}:",
  until: "{card}: {amount}, válida hasta el {day}",
  open: "{card}: {amount}, sin fecha de caducidad",
  empty: "{card}: gastada",
  expired: "{card}: caducó el {day}",
  off: "{card}: desactivada por la tienda, ya no se puede usar",
  more: "{count, plural, one {y una más} other {y # más}}",
  none: "No encuentro ninguna tarjeta regalo en {shop} con una dirección que yo sepa que es tuya.",
  elsewhere: "Si pertenece a otra dirección de correo, escríbela aquí y se enviará un código.",
  unavailable: "No puedo consultar las tarjetas regalo de {shop}. Un compañero puede decirte cuánto queda en la tuya.",
  secret: "Guarda para ti el código de una tarjeta regalo: quien lo tiene puede gastarla. No lo necesito y no lo he guardado.",
  askContact:
    "Para estar seguro de que la tarjeta es tuya, escribe el correo al que pertenece, como en tu cuenta o tu pedido. Allí se enviarán seis cifras.",
  codeSent: "Si {shop} conoce a un cliente con eso, un código de seis cifras va camino de su correo. Escríbelo aquí en {minutes} minutos.",
  gladly: "Con gusto.",
  person: "Hablar con alguien",
  stepLabel: "Saldo de una tarjeta regalo",
};
