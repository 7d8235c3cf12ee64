export type PrivacyWish = "know" | "export" | "forget";

/** What about somebody's own data, in seven languages. Matched on folded text: lower case, without accents. */
const mine = "(?:my|meine[nrs]?|mes|ma|mis|mi|os meus|as minhas|meus|minhas|meu|minha|i miei|miei|mie|mia|mio|mijn|m'n)";
const data =
  "(?:personal )?(?:data|info(?:rmation)?|personal details|daten|angaben|infos|donnees(?: personnelles)?|informations|datos(?: personales)?|informacion|dados(?: pessoais)?|informacoes|dati(?: personali)?|informazioni|gegevens|profil\\w*|perfil|profilo|profiel)";
const about =
  "(?:about me|on me|von mir|uber mich|zu mir|sur moi|a mon sujet|sobre mi|de mi|sobre mim|de mim|su di me|di me|over mij|over me|van mij)";
const erase =
  "(?:delete|erase|remove|wipe|losch\\w*|losche\\w*|entfern\\w*|vernicht\\w*|supprim\\w*|effac\\w*|borr\\w*|elimin\\w*|suprim\\w*|apag\\w*|exclu\\w*|cancell\\w*|rimuov\\w*|verwijder\\w*|wis)";
const everything = "(?:everything|all|alles|tout|todo|tudo|tutto)";
const account = "(?:account|konto|kundenkonto|compte|cuenta|conta)";

const forget = [
  new RegExp(`\\b${erase}\\b.{0,40}\\b${mine} (?:\\w+ )?(?:${data}|${account})\\b`),
  new RegExp(`\\b${mine} (?:\\w+ )?(?:${data}|${account})\\b.{0,40}\\b${erase}\\b`),
  new RegExp(`\\b${erase}\\b.{0,30}\\b${everything}\\b.{0,30}\\b${about}`),
  new RegExp(`\\b${everything}\\b.{0,30}\\b${about}.{0,30}\\b${erase}\\b`),
  /^\W*(?:please |bitte |por favor |per favore )?(?:forget me|forget about me|vergiss mich|vergessen sie mich|oublie[zs]?[- ]moi|olvidame|olvideme|olvidate de mi|esquece[- ]?me|esqueca[- ]me|me esqueca|dimenticami|mi dimentichi|vergeet mij|vergeet me)\b/,
  /\bright to be forgotten\b|\brecht auf (?:vergessenwerden|loschung)\b|\bdroit a l'(?:oubli|effacement)\b|\bderecho al? (?:olvido|supresion)\b|\bdireito ao esquecimento\b|\bdiritto all'oblio\b|\brecht op vergetelheid\b/,
];
const send =
  "(?:send|export|copy|download|schick\\w*|send\\w*|exportier\\w*|kopie|auskunft|envoi\\w*|envoy\\w*|exporter|copie|envi\\w*|manda\\w*|exporta\\w*|copia|invia\\w*|esporta\\w*|stuur|exporteer|kopie)";
const exported = [
  new RegExp(`\\b${send}\\b.{0,40}\\b${mine} (?:\\w+ )?${data}\\b`),
  new RegExp(`\\b${send}\\b.{0,30}\\b${everything}\\b.{0,40}\\b${about}`),
  /\b(?:gdpr|dsgvo|rgpd|avg)\b.{0,30}\b(?:export|request|auskunft|anfrage|demande|solicitud|pedido|richiesta|verzoek)\b/,
];
const knows =
  "(?:know|have|store|keep|hold|weiss\\w*|wisst|wissen|hab\\w*|speicher\\w*|gespeichert|save\\w*|savez|sais|conserv\\w*|avez|gard\\w*|sabe\\w*|sabes|tien\\w*|guard\\w*|tem|tens|tendes|sai|sapete|avete|hai|weet|weten|heb\\w*|bewa\\w*)";
const know = [
  new RegExp(
    `\\b(?:what|which|was|welche|que|quoi|quelles|quels|que|cuales|quais|o que|che|cosa|quali|wat|welke)\\b.{0,40}\\b${knows}\\b.{0,40}\\b${about}`,
  ),
  new RegExp(
    `\\b(?:what|which|was|welche|quelles|quels|que|cuales|quais|che|cosa|quali|wat|welke)\\b.{0,20}\\b${data}\\b.{0,40}\\b(?:${about}|${knows})`,
  ),
  new RegExp(`\\b(?:show|tell|zeig\\w*|montre\\w*|muestra\\w*|mostra\\w*|toon|laat)\\b.{0,25}\\b${mine} (?:\\w+ )?${data}\\b`),
];

/** The wish about one's own data that these words hold; null when they hold none. */
export function privacyWish(text: string): PrivacyWish | null {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replaceAll("ß", "ss").toLowerCase();
  if (folded.length > 400) return null;
  if (forget.some((one) => one.test(folded))) return "forget";
  if (exported.some((one) => one.test(folded))) return "export";
  return know.some((one) => one.test(folded)) ? "know" : null;
}
