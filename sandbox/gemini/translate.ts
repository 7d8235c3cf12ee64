/** English, German, Portuguese, French: what shoppers and staff of the sandbox say to each other. */
const rows = [
  ["hello", "hallo", "olá", "bonjour"],
  ["thanks", "danke", "obrigado", "merci"],
  ["where is", "wo ist", "onde está", "où est"],
  ["is", "ist", "é", "est"],
  ["was", "war", "foi", "était"],
  ["my", "mein", "meu", "mon"],
  ["your", "dein", "seu", "votre"],
  ["the", "das", "o", "le"],
  ["we", "wir", "nós", "nous"],
  ["order", "bestellung", "pedido", "commande"],
  ["parcel", "paket", "pacote", "colis"],
  ["money", "geld", "dinheiro", "argent"],
  ["size", "größe", "tamanho", "taille"],
  ["too small", "zu klein", "muito pequeno", "trop petit"],
  ["broken", "kaputt", "quebrado", "cassé"],
  ["person", "mensch", "pessoa", "personne"],
  ["tomorrow", "morgen", "amanhã", "demain"],
  ["arrives", "kommt", "chega", "arrive"],
  ["refund", "erstatten", "reembolsamos", "remboursons"],
  ["please", "bitte", "por favor", "s'il vous plaît"],
  ["and", "und", "e", "et"],
  ["not", "nicht", "não", "pas"],
];
const columns = ["English", "German", "Portuguese", "French"];

/** Word for word, as far as the double's small dictionary goes; everything else stays as it is, like names do. */
export function translateAll(texts: string[], instruction: string): string[] {
  const to = columns.findIndex((name) => instruction.includes(`into ${name}`));
  return texts.map((text) => (to < 0 ? text : translated(text, to)));
}

function translated(text: string, to: number): string {
  const known = new Map(rows.flatMap((row) => row.flatMap((word, column) => (column === to ? [] : [[word, row[to] ?? word] as const]))));
  const words = [...known.keys()].sort((one, other) => other.length - one.length).join("|");
  return text.replace(new RegExp(`\\[[^\\]]*\\]|(?<!\\p{L})(?:${words})(?!\\p{L})`, "giu"), (found) => {
    const word = known.get(found.toLowerCase()) ?? found;
    return /^\p{Lu}/u.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}
