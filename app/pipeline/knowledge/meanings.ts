/**
 * What shops write about, one line per thing, in our seven languages: beginnings of words, folded, with a dot behind a whole
 * word. They stand beside the concepts of the classifier, which hold what shoppers wish.
 */
const lines = [
  "wash laund waschen wasch gewasch lav. lava. lavo. lavi. lavar lavare laver lavage lavad lavat wassen gewassen was. wasmachin machin maschin maquin macchin",
  "iron bugel repass planch passar stir. stirare stirato strijk",
  "tumbl dryer dry. drying trockn seche sech secador secar asciug droog drogen",
  "bleach bleich javel blanqu lejia alveja lixivia candeggi bleek bleken",
  "shrink shrunk einlauf eingelauf retrec encog encolh restring restring krimp gekrompen",
  "stain fleck tache mancha macchia vlek",
  "care. pflege entretien cuidado cuidad cura. onderhoud verzorg",
  "country countries land. lander pays. pais paises paese paesi landen abroad overseas international ausland etranger extranjero estrangeiro estero buitenland worldwide weltweit",
  "customs duty duties zoll douane aduana arancel alfandega aduaneir dogana dazi invoerrecht",
  "express overnight expedite urgent eilig eilzustell rapide expres expresso espresso spoed",
  "collect pickup pick. abhol selbstabhol retirer retrait recoger recogida retirar levantar ritiro ritirare ophalen afhalen",
  "open. opening opens hours closed close closes geoffnet offnungszeit offnet offen geschlossen ouvert ouvr ouvertur horaire ferme fermes abiert abre abren abris horario cerrad aberto aberta abrem horari apert aprite orari chius geopend openingstijd gesloten",
  "parking park. parken parkplatz stationn aparca estaciona parcheggi parkeer",
  "dog dogs hund chien perro cao. caes cachorro cane cani. hond pet. pets",
  "vegan vegano vegana vegane veganist animal tier. tiere animaux",
  "job. jobs hiring vacanc career stelle stellen stellenangebot emploi recrut empleo trabajo emprego vaga lavoro assumete vacature baan",
  "guarantee warranty garanti garant",
  "repair mend repar reparier flicken raccommod arreglar consert riparar riparaz herstel",
  "button knopf knopfe bouton boton botao bottone bottoni knoop knopen",
  "alter. alteration shorten kurzen anderung retouche raccourc acortar arreglo encurtar accorciar inkort vermaak",
  "sample. samples muster probe echantillon muestra amostra campion staal stalen",
  "embroid monogram initial stick. besticken broder brodat bordad borda. bordar ricam borduur geborduur",
  "gift. gifts present. presents geschenk cadeau regalo presente regali prenda wrap verpack emball envolt envolv envuelt confezion inpak",
  "card. cards karte carte tarjeta cartao carta kaart",
  "student studi etudiant estudiant studente",
  "newsletter subscri abonn boletin suscri subscrev iscriv nieuwsbrief",
  "wholesale retail trade. reseller grosshandel handler grossist gros. mayor mayorist revend ingrosso groothandel",
  "press. presse prensa imprensa stampa pers. journalist influencer",
  "language sprache langue idioma lingua taal talen speak spanish deutsch german french english",
  "loyal points punkte treue fidel puntos pontos punti punten spaarpunt",
  "combin stack gleichzeitig kombinier cumul juntar combinar insieme",
  "valid expir gultig ablauf lauft valable expire caduc valid. valido valida scad geldig verloopt",
  "packag verpack emballage embalaje embalagem imballag confezione plastic plastik plastique plastico plastica verpakking cardboard karton",
  "locker packstation parcelshop paketshop relais taquilla cacifo punto. afhaalpunt",
  "neighbour neighbor nachbar voisin vecin vizinh vicin buren buur",
  "made. make. makes manufactur produce produc hergestell herstellt fabriqu fabric. hecho hecha hacen feito feita fabricad prodott fatto fatta produc gemaakt maken sewn sew. woven weave grown",
  "certif zertifi siegel organic bio. ecolog biologi oeko gots",
  "founded grund. gegrundet fonde fundad fondat opgericht who. team. weavers people",
  "course courses workshop class. classes kurs cours curso corso cursus learn lernen apprendre aprender imparare leren",
  "wheelchair ramp accessible barrierefrei rollstuhl step. steps stufe fauteuil rampa silla accessib rolstoel",
  "underground subway metro station bahn haltestelle ubahn bus. tram",
  "metre meter. metro. fabric. fabrics stoff stoffe tissu tela tecido tessuto tessuti stof. stoffen",
  "curtain vorhang gardine rideau cortina tenda. tende gordijn",
  "bedding duvet bettwasche bettdecke bettbezug couette housse edredon edredao piumino piumone copripiumino dekbed",
  "pillow kopfkissen oreiller almohada travesseiro federa sloop",
  "size sizes sizing grosse grossen taille talla tallas tamanho tamanhos numero taglia taglie misura misure maat maten measur mesur medir medid messen gemessen meten meet.",
  "chest bust brust poitrine pecho peito petto torace borst",
  "waist bauch huft tour cintura vita. middel",
  "length lang lange longueur largo comprimento lunghezza lengte",
  "stock available availab verfugbar vorratig lager vorrat disponib voorra leverbaar beschikbaar",
  "material fabric made stoff matiere materiel material materiale materiaal",
  "moth motten mite polilla traca tarme tarma mot.",
  "pill. pilling knotchen bouloch peluch bolit borbot pelucch pluis",
  "crease wrinkle knitter falten froiss pli. arruga vinco piegh kreuk",
  "soften weichspul adoucissant suavizant amaciador ammorbident wasverzachter",
  "instalment installment rate. raten ratenzahl plazo plazos fois presta prestac parcelas rata rate. termijn termijnen",
  "charged. charge belast abgebucht abbuch debit prelev cobra cobran addebit afgeschreven",
  "decline declined fail failed fails abgelehnt fehlgeschlag refus echou rechaz fall. recusad falh rifiutat fallit geweigerd mislukt",
  "company companies firma firmen unternehmen entrepris empresa azienda aziende bedrijf business b2b",
  "guest gast invite invitado convidado ospite anonym",
  "minimum mindest least. minimal minimo",
  "voucher gutschein geschenkkarte bon. vale. buono cadeaubon card. cards",
  "holiday sunday sonntag feiertag dimanche ferie domingo domenic festiv zondag feestdag saturday samstag samedi sabado sabato zaterdag",
  "address location located adresse direccion endereco indirizzo adres ubica",
  "photo picture foto image bild imagen imagem immagine",
  "receipt keep. proof quittung beleg recu. recibo ricevut bon.",
  "hygiene unworn unwashed worn tags. etikett ungetragen getragen porte portee usado usada indossat gedragen tried",
  "sell sold buy. buying bought verkauf kauf kaufen gekauft vend vendez acheter comprar compro comprare acquist verkop koop kopen",
  "try. trying tried anprobier probier essay probar probarme provar provare passen pas. fitting",
  "origin come. comes woher herkunft provenance provien origen procedencia vem. proven afkomst vandaan",
  "towel handtuch handtucher badetuch serviette toalla toalha asciugaman handdoek",
  "forgot forget vergessen oubli olvid esquec dimentic vergeten lost. passwor kennwort",
  "sign. signing log. logging login anmeld melde einlogg connecter connexion iniciar sesion entrar accedere inlog inloggen",
  "cloth clothes piece pieces kleidung klamotten vetement ropa roupa vestit abiti kleding kleren garment",
  "old. used worn. gebraucht alte. getragen usag usado usate gebruikt second secondhand",
  "hole loch trou agujero buraco buco gat. gaat",
  "code codes gutscheincode rabattcode codigo codice kortingscode coupon",
  "sale. sales schlussverkauf ausverkauf sonderverkauf soldes rebajas saldos saldi uitverkoop",
  "return zuruckgegeb zuruckgesch zuruckgesand zuruckbring bring. brought rapport",
  "tomorrow next. nachst morgen. demain manana amanha domani morgen. ubermorgen",
  "touch feel. anfass fuhlen beruhr toucher tocar toccare aanraken",
  "immediat right. away once sofort gleich immediatement tout inmediat imediat subito meteen direct",
  "cheap price. prices reduced. gunstig preis. preise billig reduziert prix. precio preco prezz goedkop prijs falls",
  "darn stopf mend naht seam couture costura cucitura naad",
  "sew sewn nah. nahen nahte genaht coudre cousu coser cosid costur cucire cucit naaien genaaid made",
  "shop. shops store stores laden geschaft boutique magasin tienda loja negozi winkel studio studios",
  "fabric fabrics metre meterware stoffmuster swatch tessut stof. tejido",
  "unwashed washed gewaschen lave. lavado lavato gewassen worn unworn getragen porte",
  "door. neighbour next. nebenan tur. porte. puerta porta. deur home. hause house work. arbeit",
  "abroad country sweden outside. foreign live. living wohne wohnen habite vivo moro abito woon",
  "cost costs kosten coute coutent cueste cuesta cuestan custo. custos. custa. custam costa. costano costo. costi. tariff tarif tarifa",
];

const starts = new Map<string, number[]>();
const wholes = new Map<string, number[]>();
let longest = 0;
for (const [meaning, line] of lines.entries()) {
  for (const entry of line.split(" ")) {
    const whole = entry.endsWith(".");
    const key = whole ? entry.slice(0, -1) : entry;
    const known = whole ? wholes : starts;
    known.set(key, [...(known.get(key) ?? []), meaning]);
    if (!whole) longest = Math.max(longest, key.length);
  }
}

/** The numbers of the lines that a folded word belongs to, each once. */
export function meaningsOf(word: string): number[] {
  const found = new Set(wholes.get(word));
  for (let length = 3; length <= Math.min(word.length, longest); length += 1) {
    for (const meaning of starts.get(word.slice(0, length)) ?? []) found.add(meaning);
  }
  return [...found];
}
