import { kindWords } from "#app/flows/item-words.ts";
import { wordSet } from "./line.ts";

/** Kinds of things that shops sell, beside the everyday names that flows match by. Plurals that only end in -s, -es, -n, -en, -e, -x are left out. */
const moreKinds = `
  dress sundress gown suit tuxedo skirt shorts leggings tights trouser trousers chinos hoodie sweatshirt polo tunic blazer waistcoat parka raincoat anorak swimsuit bikini
  pyjamas pajamas nightgown underwear bra boxers briefs dungarees jumpsuit overalls sandal sneaker trainer trainers heels slippers loafers moccasins
  earring bracelet pendant brooch wallet purse handbag suitcase umbrella sunglasses glasses headphones earphones speaker charger cable phonecase keyring
  sofa couch chair armchair table desk shelf mattress duvet bedding sheet sheets curtain rug carpet mirror vase teapot kettle pan pot plate plates knife cutlery
  toaster blender mixer kettles vacuum razor toothbrush perfume shampoo lipstick mascara serum moisturiser moisturizer soap lotion sunscreen notebook poster puzzle toy doll
  teddy bike bicycle helmet tent racket yoga-mat dumbbell bottle flask thermos keyboard mouse monitor laptop tablet smartphone phone camera printer drone poncho shawl
  boot booties jumper cardigan turtleneck t-shirt t-shirts tshirts tees tank-top camisole onesie romper stroller
  kleider sommerkleid hemden hosen leggings strumpfhose pullover hoodie kapuzenpullover sweatshirt poloshirt weste anzug sakko blazer regenjacke parka badeanzug badehose bikini
  schlafanzug pyjama unterwäsche unterhose bh latzhose overall stiefelette stiefeletten sandale turnschuh sneaker hausschuh pantoffel pumps ohrring armband brosche anhänger geldbörse portemonnaie
  handtasche koffer regenschirm schirm sonnenbrille brille kopfhörer lautsprecher ladegerät ladekabel kabel handyhülle hülle sofa stuhl sessel tisch regal matratze bettdecke
  bettwäsche laken vorhang teppich spiegel vase kanne wasserkocher pfanne topf teller messer besteck toaster mixer staubsauger rasierer zahnbürste parfum parfüm lippenstift
  seife creme notizbuch puzzle spielzeug puppe fahrrad helm zelt flasche trinkflasche tastatur maus bildschirm laptop tablet handy kamera drucker mützen röcke hüte mäntel gläser glas
  jupe chemise haut short leggings collants sweat polo tunique tailleur costume gilet blazer imperméable parka doudoune maillot bikini pyjama culotte boxer salopette combinaison
  bottine bottines ballerines cabas pochette sandale basket baskets tennis escarpin chausson mocassin manteau manteaux chapeaux boucles bracelet bague pendentif portefeuille sac-à-main valise parapluie lunettes casque écouteurs
  enceinte chargeur câble coque canapé chaise fauteuil bureau étagère matelas couette drap draps rideau rideaux tapis miroir théière bouilloire poêle casserole assiette couteau
  couteaux grille-pain mixeur aspirateur rasoir parfum savon jouet poupée vélo tente bouteille gourde clavier souris écran ordinateur tablette téléphone appareil-photo imprimante
  falda camiseta camisas sudadera polo túnica traje americana chaleco impermeable bañador bikini pijama bragas calzoncillos mono botín botines sandalia zapatilla zapatillas deportivas tacones
  mocasines pendientes pulsera brazalete broche cartera monedero maleta paraguas gafas auriculares altavoz cargador cable funda sofá silla sillón mesa estantería colchón edredón
  sábana cortina alfombra espejo jarrón tetera hervidor sartén olla plato cuchillo tostadora batidora aspiradora afeitadora perfume jabón crema cuaderno juguete muñeca bicicleta casco
  tienda-de-campaña botella teclado ratón pantalla portátil tableta móvil cámara impresora chándal
  saia blusa moletom suéter colete terno paletó capa-de-chuva maiô biquíni sunga pijama calcinha cueca macacão sandália tênis chinelo salto brinco brincos pulseira pingente
  carteira mala guarda-chuva óculos fone fones carregador cabo capinha sofá cadeira poltrona mesa estante colchão edredom lençol cortina tapete espelho chaleira panela prato faca
  torradeira liquidificador aspirador barbeador perfume sabonete batom caderno brinquedo boneca bicicleta capacete barraca garrafa teclado tela celular câmera impressora bermuda calças
  abito abiti camicetta camicette gonne giacche borse camicie cappotti maglioni maglia maglie vestiti magliette felpa felpe pantaloncini tuta gilet giacca giubbotto giubbotti impermeabile costume bikini pigiama mutande reggiseno
  salopette stivaletti sandali sneakers scarpa tacchi pantofole mocassini orecchini orecchino braccialetto bracciale spilla ciondolo portafoglio valigia ombrello occhiali cuffie auricolari
  caricatore cavo custodia divano sedia sedie poltrona tavolo scaffale materasso piumone lenzuolo lenzuola tenda tappeto specchio teiera bollitore padella pentola piatto piatti coltello
  tostapane frullatore aspirapolvere rasoio profumo sapone rossetto quaderno giocattolo bambola bicicletta casco bottiglia borraccia tastiera schermo telefono fotocamera stampante
  sciarpe cappelli collane anelli tazze coperte lampade candele cinture zaini guanto stivale cuscini
  enkellaarsjes jurkje broeken rokken jassen truien hoodie sweater poloshirt colbert pak gilet regenjas winterjas zomerjas badpak zwembroek bikini pyjama ondergoed beha tuinbroek jumpsuit sandaal sandalen sneaker gympen
  pumps pantoffel oorbel armband hanger broche portemonnee handtas tassen koffer paraplu zonnebril bril koptelefoon oordopjes luidspreker oplader kabel telefoonhoesje hoesje bank stoel
  fauteuil tafel matras dekbed laken gordijn tapijt kleed vloerkleed spiegel vaas theepot waterkoker pan pannen bord borden mes bestek broodrooster stofzuiger scheerapparaat tandenborstel
  parfum zeep lippenstift notitieboek speelgoed pop fiets helm tent fles drinkfles toetsenbord muis scherm laptop tablet telefoon camera printer shirtje mutsen hoeden spijkerbroek
`;
/** Name a thing only with an article or a description in front: each is another word as well. */
const ambiguous = wordSet(
  "hat top ring cap case tie set book light glass glasses print tas sac bol veste collar pull tee throw rock suit meia meias capa mouse monitor pan pot plate sheet sheets desk table phone tablet short",
  "costume bureau tennis basket haut tapis mono mesa plato tienda salto mala cabo tela terno tenda cavo piatto costume bank bord mes pop pak scherm muis kabel heels trainer trainers watch vest cup",
  "decke tasse kette topf maus regal hülle kleed bonnet manta vela borsa enceinte casque coque drap cartera funda pantalla estante prato faca fone suits toy cable speaker bowl bolsa lamp abito abiti jas rok mok riem deken plaid",
  "tuch jack vaqueros bougie mantel blazer crema creme perfume telefono telefoon telefon telefone handy laptop movil celular portatil schermo ecran koffer valise valigia maleta",
);
const notHere = wordSet("kom meias hat");
/** Behind other words in one ("Leinenhemd", "spijkerbroek", "raincoat"). */
const compoundEnds = wordSet(
  "kleid kleider hemd hemden hose hosen jacke jacken mantel schuh schuhe schuhen stiefel tuch tücher tasche taschen mütze kette kissen lampe bluse pullover socken rucksack schal gürtel handschuhe strümpfe anzug decke",
  "jurk jurken broek broeken schoen schoenen laarzen trui truien overhemd jack sjaal shirt shirts coat coats dress dresses shoes lamp kussen rugzak",
);
const noCompounds = /ad+ress(?:e[sn]?)?$|(?:ent|be|ab|auf|zu)decke$|etikette$/;

const kinds = wordSet(...kindWords, moreKinds);
for (const word of notHere) kinds.delete(word);
kinds.add("hat");

const materials = wordSet(
  "linen wool woollen woolen cotton silk leather suede velvet denim cashmere knit knitted wooden ceramic leinen wolle baumwolle seide leder samt strick holz lin laine coton soie cuir velours",
  "lino lana algodón seda cuero piel terciopelo madera linho algodão couro veludo madeira cotone seta pelle velluto legno linnen wol wollen katoen zijde leer leren fluweel hout",
);
const looks = wordSet(
  "long short new old big small large little striped checked floral plain slim wide summer winter running leather sleeveless warm light dark lang lange langen kurze kurzen neue neuen neuer alte kleine kleinen große großen gestreifte karierte warme warmen",
  "longue longues court courte rayé rayée grand grande petit petite nouveau nouvelle larga largo larga corta corto cortos rayas nueva nuevo grande pequeño pequeña estampado estampada novo nova longo longa curto curta listrado listrada estampada pequeno pequena",
  "lungo lunga lunghi corto corta nuovo nuova nuovi righe piccolo piccola elegante sportivo sportive sportiva lange korte nieuwe gestreepte grote warme esportivo deportiva",
);

/** Whether a folded word names a kind of thing by itself, only with an article, or not at all. */
export function kindOf(word: string, language: string): "thing" | "with-article" | undefined {
  // "Das hat gedauert" and "ik kom": verbs there.
  if (word === "hat" && language !== "en") return undefined;
  const base = singular(word);
  if (base) return ambiguous.has(base) || ambiguous.has(word) ? "with-article" : "thing";
  return isCompound(word) ? "thing" : undefined;
}

export const isMaterial = (word: string): boolean => materials.has(word);
export const isLook = (word: string): boolean => looks.has(word) || materials.has(word);

function singular(word: string): string | undefined {
  if (kinds.has(word)) return word;
  if (word.length < 4) return undefined;
  const last = word.charCodeAt(word.length - 1);
  // s, n, e, x
  if (last !== 115 && last !== 110 && last !== 101 && last !== 120) return undefined;
  const one = word.slice(0, -1);
  if (kinds.has(one)) return one;
  const two = word.slice(0, -2);
  return /(?:es|en)$/.test(word) && two.length > 2 && kinds.has(two) ? two : undefined;
}

function isCompound(word: string): boolean {
  if (word.length < 7 || noCompounds.test(word)) return false;
  for (let length = 3; length <= 10 && word.length - length >= 3; length += 1) {
    if (compoundEnds.has(word.slice(-length))) return true;
  }
  return false;
}
