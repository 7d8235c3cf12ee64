import { stemFinder } from "./stems.ts";

/**
 * Word stems of the seven languages that mean the same thing, so that what is learnt in one language helps in the others.
 * The search through a shop's texts knows them too; what only the classifier is to tell apart stands in `themes.ts`.
 */
const stems: Record<string, string> = {
  where: "where wo. wohin ou. donde onde cade. dov. dove waar wheres",
  when: "when wann quand cuando quando wanneer eta. bis. until jusqu hasta",
  how: "how wie. comment como. come. hoe. cual what which welche quel quelle quelles quels que. qual quali wat. welk was.",
  howMuch: "combien cuanto cuanta cuantos quanto quanti quanta quantos hoeveel wieviel viel. viele",
  can: "can could kann konnt konnen puedo puede podeis peut peux pouvez posso pode podem podete puo kan. kunnen possible moglich possibile mogelijk",
  want: "want wanna will. mochte veux voudrais souhaite quiero quisiera gustaria quero queria gostaria voglio vorrei wil. need brauche besoin necesito preciso serve. nodig",
  ask: "do. does. gibt gibts habt existe avez tenes teneis hay. ha. tem. avete is. sind ist. est. es. son. are. zijn",
  parcel:
    "parcel packag paket packchen sendung colis paquet paquete pacote pacco pakket pakje stuff zeug sachen affaires spullen cosas coisas",
  order: "order orders oder. purchase bestell bestel auftrag commande comande pedido pedio compra encomenda encomeda ordin acquist aankoop",
  tracking:
    "track sendungsverfolg suivi suivre seguimiento seguir rastre traccia tracciam volgen volglink trace statut status stand estado stato etat",
  ship: "ship versand versend verschick verschickt expedi envoi envoy envio envia envian enviais enviar spediz spedit spedisc verzend verzond verstu dispatch post porto",
  deliver:
    "deliver liefer livr entreg consegn lever bezorg zustell kurier courier corriere transport repartidor estafeta postnl dhl. hermes.",
  arrive:
    "arriv ankomm ankam angekomm llega llego lleg chega chego cheg aankom aangekom come. komt. kommt. kam. recib receb ricevut receiv erhalten bekomm recu. recus ontvang",
  still:
    "still yet. noch. toujours todavia aun. sigo ainda ancora nog. already schon deja ya. ja. gia. al. waiting warte attend espera aspett wacht",
  late: "late. delay spat verspat retard retras atras ritardo laat. lost verschollen perdu perdid perdeu perso kwijt stuck",
  return:
    "return retrun retour retoer retouren retourn rucksend ruckgab zuruckgeb zuruckschick zurucksend zurucknehm zuruck. rendre rends. renvoi renvoy renvoie rendu devol devuel debolv devoluc reso. resi. resso. restitu rimand rispedi rendere rendo. renderlo terugstu teruggev terugbreng teruggestu retur back. widerruf",
  label: "label etikett etiquette etiqueta etichetta retourenlabel schein",
  refund:
    "refund refnd reimburs erstat ruckerstat ruckzahl gutschrift gutgeschr rembours rembolso rembours reembols reenbols rembols estorno rimbors rimborz terugbetal terugstor teruggestor repay",
  money:
    "money moneys geld argent dinero dinheiro soldi cash bank konto. kontostand uberweis uberwies virement transferencia bonifico euro euros owe",
  policy:
    "policy policies politi bedingung condition condicion condic condiz richtlinie beleid voorwaard regel regels rule regla regle regole frist deadline delai plazo prazo termin recht. rechte rucktritt droit derecho direito diritto rights terms window ruckgabefrist ruckgaberecht retourtermijn",
  days: "day. days tag. tage tagen jour jours dia. dias giorn dag. dagen month monat mois mes. mese maand hours",
  cost: "cost kost coute coutent cuesta custa costa costo free. gratis kostenlos gratuit gratuito frais gastos portes frete spese fee. fees prix price preis precio preco prezzo prijs pay. pays zahlt paie paga pagan cobran betaalt gebuhr penale penalty taxa",
  exchange:
    "exchang xchang swap umtausch umtasch tausch austausch echang troquer intercambi troca trocar scambi ruil omruil omwissel wissel replac ersatz remplac reemplaz recambio substitu sostitu vervang instead statt. stattdessen anstatt ander",
  instead: "instead statt. lieber rather plutot place. lugar vez. invece posto. plaats liever",
  cancel:
    "cancel cancle cancol storn stonier annul anul canse cance abbrech stop stopp ruckgangig disdi disdett afbestel abbestell withdraw desist rescind rucktret zurucktret",
  mistake: "mistake accident versehen erreur error. engano sbaglio ongeluk verklick cliqu clic doppelt twice",
  change:
    "chang modif edit. update ander. andern andere. geandert wijzig aanpass cambi cambiar mudar mudei alter. alterar alterac anpass bearbeit korrigier corrig correct corregir correg rettific retific rectif berichtig",
  address:
    "address adress adres adrese direccion direcion domicilio morada enderec indiriz anschrift lieferanschrift lieferadress bezorgadres afleveradres strasse street calle rue. rua. via. straat postcode postleitzahl plz. zip. cap. cep. hausnummer huisnummer house. codice codigo office buro bureau oficina escritorio ufficio kantoor nachbar neighbour voisin vecino vizinho vicino buren",
  moved: "moved umgezog demenag mudado mudamos mudei trasferit traslocat verhuisd",
  elsewhere:
    "elsewhere woanders anders. ailleurs otro. otra. outro. outra. altro. altra. ander. andere. another autre umleit redirect desvi devi rediri omleid",
  add: "add. adding hinzufug dazu ajout anad agreg adicion acrescent aggiung toevoeg erbij combine zusammen regrouper juntar unire samenvoeg",
  remove: "remove entfern raus. enlev retir quitar tirar togli toglier eruit haal. weg. sacar",
  quantity: "quantity menge quantite cantidad quantidade quantita aantal",
  country:
    "abroad ausland etranger extranjero estrangeiro estero buitenland international intern countr land. lander pays. paises paesi landen spain spanien espagne espana spanje france frankreich francia franca schweiz suisse suiza svizzera norway canada austria osterreich belg portugal germany duitsland customs zoll douane aduana alfandega dogana invoer",
  size: "size. sizes grosse grossen taille tailles talla tallas tamanho taglia taglie maat maten small. medium large. xs. s. m. l. xl. 38. 39. 40. 41. 42.",
  colour:
    "colo colour farbe couleur kleur rot. red. rouge rojo vermelho rosso rood blau blue. bleu azul blu. blauw grun green vert. verde groen",
  material:
    "material materi matiere made. fabric wool wolle laine lana. la. wol. leather leder cuir cuero couro pelle leer silk cotton polyester gemacht hecho feito gemaakt woraus",
  stock: "stock lager. verfugbar available disponib leverbaar voorraad ausverkauft uitverkocht agotado esgotado esaurito rupture estoque",
  measure: "measur masse. abmess dimension medidas misur afmeting weigh wiegt schwer pesa pese peso zwaar heavy gross. big. groot",
  care: "wash wasch wasche laver lave lava lavar dishwasher spulmaschine vaatwasser lavavajillas lavastoviglie waterproof wasserdicht etanche impermeable impermeabile waterdicht",
  discount:
    "discount rabatt promo code. kode coupon gutschein voucher bon. cupon cupom cupao sconto korting remise reduction descuento desconto offer angebot soldes oferta offert sale. sales aanbieding aktion newsletter boletin nieuwsbrief punkte points puntos pontos punti loyalty",
  pay: "pay. paying paid payment zahl zahlung zahlen bezahl paiement payer paye. pago. pagar pagamento pagare pagado paguei betal betaal card. karte carte. tarjeta cartao carta. kaart klarna paypal apple abbuch abgebucht debit cobr prelev addebit afschrijv afgeschrev charg checkout kasse kassa caisse rate. raten instalment",
  invoice:
    "invoice receipt bill. rechnung quittung beleg kaufbeleg kassenzettel facture factura fatura fattur ricevut recu. recibo bon. factuur kassabon vat. ust. tva. iva. btw. proof tax taxes steuer justificati comprov comproban scontrino",
  account:
    "account konto kundenkonto compte cuenta conta. password passwor passe. contrasena senha wachtwoord login log. einlogg inlog connecter connexion sesion accedere profile profil perfil register registr inscription daten data donnees datos dados dati gegevens user benutzer",
  human:
    "human person personal mensch mitarbeiter agent agente humain humano umano persona personne pessoa operator medewerker mens. conseill asesor atendente operatore colleague kollege collegue companero colega collega someone jemand quelqu alguien alguem qualcuno iemand manager chef. responsable staff representative berater",
  contact:
    "contact kontakt contatt contato phone telefon telefono telefone telephon call. ruf. ruft anruf llam ligar liguem richiam bel. gebeld hotline support kundenservice kundendienst klantenservice service servicio servizio sav. sac. assistenza speak talk reden sprechen parler hablar falar parlar praten spreken",
  bad: "unacceptable worst disappoint terrible ridiculous useless scam joke rip. angry unhappy dissatisf complain complaint disgrace shame lied liar poor frechheit schlecht enttausch beschwer unfahig furchtbar abzocke lacherlich stinksauer betrug unmoglich unzufrieden inadmissible pire decu lamentable reclam plaindre incapable horrible marre arnaque ridicule furieux scandal honte inaceptable peor decepcion pesim queja inutil harto estafa ridicul furios verguenza mentid inaceitavel pior desilud incompet vergonha burla absurdo inaccettabil peggior delus vergogn truffa stufo mentit onacceptabel slechtste teleurgesteld waardeloos klacht klag nutteloos vreselijk zat. schandalig oplicht belachelijk woedend gelogen ontevreden",
  greet:
    "hi. hello hallo hey. hoi salut bonjour coucou bonsoir hola buenas buenos ola. oi. bom. boa. ciao salve buongiorno buonasera moin servus morning morgen goedemorgen goedenavond guten",
  thanks: "thank thanks thx. danke merci gracias obrigad obg. grazie bedankt dank. thnx",
  you: "you. du. tu. vous eres voce sei. je. bot. robot ai. ki. ia.",
  delivered: "delivered zugestellt livre. entregado entregue consegnato bezorgd nothing nichts rien nada nulla niente niets",
  tooMuch: "too. zu. trop. demasiado muy. muito demasiado troppo te.",
  little:
    "small. smaller klein eng. petit etroit serre serrent court pequen apertad apretad aprieta estrecho corto corta chico apertam curt piccol strett stringono corto klein strak smal knel tight short kurz narrow pinch druck",
  big: "big. bigger large. larger gross grosser weit wide long lang. large. grand ample long grande ancho largo enorme comprido folgad larg. lungo lungh groot wijd breed ruim loose baggy locker",
  broken:
    "broken damag kaputt kapot defekt defect beschadig zerkratzt zerbroch gesprung gerissen casse cassee abime fissur raye dechire endommag roto rota danado estropead rayado agrieta partid danificad rachado riscado quebrad estragad rott. rotto danneggiat crepat graffiat guast gebroken beschadigd gescheurd crack scratch torn hole loch trou agujero buraco buco gat. stain fleck tache mancha macchia vlek faulty",
  wrong: "wrong falsch mauvais equivocad errad sbagliat verkeerd fout incorrect incorrecto vertauscht verwechsel mixed",
  different: "different differ anders anderes autre diferente distinto diverso inny",
  picture: "picture photo foto bild bilder image website webseite site. web. pagina page",
  description: "descri beschreib beschrieb beschrev description advertis beworben annonce anunciad expected",
  mind: "mind umentschied avis opinion idea ideia bedacht",
  like: "like gefall plait gusta gosto gostei piace bevalt mooi",
  weird:
    "weather wetter poem gedicht poeme poema poesia joke witz blague chiste piada barzelletta mop. president capital hauptstadt python bitcoin music musik musique musica muziek rice reis. homework horoscope horoskop movie film pelicula restaurant prompt moon mond lune luna lua. maan flight flug vol. vuelo voo. volo vlucht god. gott dieu dios deus dio. latin latein sort",
};

export const conceptNames: readonly string[] = Object.keys(stems);

/** The numbers of the concepts that the words touch, ascending, each once. */
export const conceptsIn = stemFinder(stems);
