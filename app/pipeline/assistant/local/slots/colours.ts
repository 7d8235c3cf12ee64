import { foldEvenly } from "./line.ts";

/** Colours in our seven languages with their forms, by their English name. */
const forms: Record<string, string> = {
  black:
    "black schwarz schwarze schwarzer schwarzes schwarzen schwarzem noir noire noirs noires negro negra negros negras preto preta pretos pretas nero nera neri nere zwart zwarte",
  white:
    "white weiß weiss weiße weisse weißer weisser weißes weisses weißen weissen weißem blanc blanche blancs blanches blanco blanca blancos blancas branco branca brancos brancas bianco bianca bianchi bianche wit witte",
  grey: "grey gray grau graue grauer graues grauen grauem gris grise grises cinza cinzento cinzenta cinzentos cinzentas grigio grigia grigi grigie grijs grijze",
  red: "red rot rote roter rotes roten rotem rouge rouges rojo roja rojos rojas vermelho vermelha vermelhos vermelhas rosso rossa rossi rosse rood rode",
  blue: "blue blau blaue blauer blaues blauen blauem bleu bleue bleus bleues azul azules azuis blu blauw blauwe",
  "navy blue": "navy dunkelblau dunkelblaue dunkelblauer dunkelblaues dunkelblauen marineblau marine donkerblauw donkerblauwe",
  "light blue": "hellblau hellblaue hellblauer hellblaues hellblauen celeste azzurro azzurra lichtblauw lichtblauwe",
  green: "green grün grüne grüner grünes grünen grünem vert verte verts vertes verde verdes verdi groen groene",
  yellow:
    "yellow gelb gelbe gelber gelbes gelben gelbem jaune jaunes amarillo amarilla amarillos amarillas amarelo amarela amarelos amarelas giallo gialla gialli gialle geel gele",
  orange: "orange oranje naranja naranjas laranja laranjas arancione arancioni orangene orangefarben",
  pink: "pink rosa rosafarben rose roses roze rosado rosada",
  purple:
    "purple violet lila violett violette violetter violetten violets violettes morado morada morados moradas púrpura roxo roxa roxos roxas viola paars paarse",
  brown:
    "brown braun braune brauner braunes braunen braunem marron marrons marrón marrones marrom castanho castanha marrone marroni bruin bruine",
  beige: "beige beiges bege beigefarben",
  cream: "cream creme cremefarben crème crema ecru écru offwhite off-white",
  turquoise: "turquoise türkis türkise türkiser türkises türkisen turquesa turchese turkoois",
  gold: "gold golden goldene goldener goldenes goldfarben doré dorée dorés dorées dorado dorada dourado dourada dorato dorata goud gouden goudkleurig",
  silver:
    "silver silber silbern silberne silberner silbernen silberfarben argenté argentée plateado plateada prateado prateada argentato argentata zilver zilveren zilverkleurig",
  burgundy: "burgundy bordeaux bordeauxrot burgunder granate bordô bordò wijnrood weinrot",
  olive: "olive oliv olivgrün olivgrüne olivgrünen oliva olijfgroen kaki khaki",
  rust: "rust rost rostrot rostrote rostfarben rouille óxido ferrugem ruggine roest roestbruin",
  mint: "mint minze mintgrün menthe menta",
  mustard: "mustard senfgelb moutarde mostaza mostarda senape mosterd mosterdgeel",
  anthracite: "anthracite anthrazit antracita antracite antraciet charcoal",
};
const names = new Map<string, string>();
for (const [name, list] of Object.entries(forms)) {
  for (const word of foldEvenly(list).split(" ")) if (!names.has(word)) names.set(word, name);
}
const shades = /^(?:dark|light|dunkel|hell|donker|licht)/;

/** The English name of the colour that a folded word means. A shade that is nothing of its own is its colour. */
export function colourOf(word: string): string | undefined {
  return names.get(word) ?? (shades.test(word) ? names.get(word.replace(shades, "")) : undefined);
}
