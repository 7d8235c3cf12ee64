import type { en } from "./en.ts";

export const es: Record<keyof typeof en, string> = {
  summary:
    "Esto es lo que guardo de ti: {messages, plural, one {un mensaje} other {# mensajes}} por {channels}{day, select, other { desde el {day}}}, {cases, plural, =0 {ninguna consulta} one {una consulta} other {# consultas}} y {notes, plural, =0 {ninguna nota del equipo} one {una nota del equipo} other {# notas del equipo}}.",
  addresses: "Relacionado con ello: {list}.",
  remembered: "Recuerdo de ti: {list}. Escribe «olvida mis preferencias» para borrarlo.",
  scope: "Tus pedidos y tu cuenta los guarda la propia tienda, en Shopify.",
  scopeUnproven: "No sé con seguridad quién eres, así que esto es solo sobre esta conversación.",
  buttonExport: "Enviarme todo",
  buttonForget: "Borrar mis datos",
  exportSent: "Un enlace a todo va de camino a {address}. Se puede abrir una vez.",
  exportUnderWay: "El enlace ya se envió. Mira en tu buzón.",
  noMailbox: "No conozco ningún buzón que sea seguro tuyo, así que no puedo enviarlo por mi cuenta.",
  explain:
    "Borraría nuestras conversaciones en todos los canales, tus direcciones aquí, consultas y notas. Lo que {shop} debe conservar se queda: pedidos, facturas y tu cuenta en Shopify. No se puede deshacer.",
  ask: "¿Lo borro?",
  buttonYes: "Sí, borrarlo",
  buttonNo: "No, conservarlo",
  erasing: "Lo borro ahora, también este mensaje. En unos minutos no queda nada aquí. Cuando vuelvas a escribir, empezamos de nuevo.",
  kept: "De acuerdo, todo queda como está.",
  stepLabel: "Datos propios",
};
