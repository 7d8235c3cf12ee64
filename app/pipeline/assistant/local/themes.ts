import { stemFinder } from "./stems.ts";

/**
 * Word stems as in `concepts.ts`, for the classifier alone: what people talk of besides parcels and money (weather, banks, courts),
 * and finer shades of what a shop hears. A page of a shop need not tell them apart.
 */
const stems: Record<string, string> = {
  weather:
    "weather rain. rains raining snow. snowing sunny forecast cloudy degrees wetter regnet regnen regen. schneit grad. temperatur meteo pleut pleuvoir neige. degres clima. llueve llover nieva lluvia grados chove chover chuva graus piove piovera nevica gradi. weer. regent sneeuwt graden",
  food: "recipe cook. cooking bake. baking boil pizza pasta. cake. cakes chicken egg. eggs lasagn calorie kalorien kcal rezept kochen koche koch. backen kuchen nudeln recette cuisine. cuisiner gateau crepes oeuf poulet ricetta ricette cucino cucinare cuoce torta uova receta cocinar cocino pastel paella huevos receita cozinh bolo. ovos recept koken kook. bak. taart eieren restaurant restaurante ristorante breakfast dinner lunch fruhstuck abendessen dejeuner diner desayuno cena. almuerzo almoco jantar pranzo lunch. avondeten eten. eet. essen. manger comer mangiare zutaten ingredient",
  sport:
    "football soccer basketball tennis match. championship league score. worldcup fussball bundesliga spielstand weltmeister meisterschaft foot. equipe championnat ligue partido. futbol liga. gol. mundial campeonato futebol jogo. derby scudetto campionato calcio partita nazionale serie. voetbal wedstrijd eredivisie elftal yoga marathon running jogging laufen lauf. laufstrecke workout training allenamento entrenamiento treino entrainement",
  media:
    "movie movies film films netflix spotify youtube song. songs lyrics playlist podcast radio tv. series. serie. lied. lieder chanson cancion canciones pelicula filme. musica. canzone canzoni liedje liedjes music musik musique muziek kino cine. cinema bioscoop fernseh tele. televis novel game. games spiel. spiele. jeu. jeux juego jogos gioco giochi spelletje spel. kinofilm",
  politics:
    "president election government minister news. politic pope prasident bundeskanzler regierung wahl. wahlen wahle nachrichten papst gouvernement ministre elections actualites pape gobierno elecciones noticias presidente papa. governo eleicoes elezioni notizia. votare parlamento kanzler koning verkiezing regering nieuws. premier",
  trip: "flight flights airport airline passport visa. hotel hotels luggage suitcase train. trains bus. subway taxi uber vacation holiday. holidays travel flug fluge flughafen reisepass koffer zug. zuge bahn. bahnhof urlaub reise. reisen vol. avion aeroport passeport valise metro vacances voyage bagages gare. vuelo vuelos aeropuerto pasaporte maleta tren. trenes vacaciones viaje equipaje voo. voos trem. comboio passaporte mala. viagem ferias volo. voli. aeroporto passaporto valigia treno treni vacanza vacanze viaggio bagaglio vlucht vliegtuig luchthaven paspoort trein vakantie reis. bagage autobus traffic verkehr. stau. trafic traffico trafico transito verkeer file. route. directions",
  bank: "bank. banking atm. mortgage loan. loans overdraft salary payroll pension stock. stocks bitcoin crypto iban. savings interest. credit. cheque kredit zins. zinsen gehalt dispo hypothek bankkarte aktien aktie. rente. girokonto dauerauftrag geldautomat schufa sparbuch pret. banque salaire decouvert interets epargne livret actions. retraite distributeur banco. bancaria bancario prestamo hipoteca sueldo nomina cajero emprestimo salario multibanco reforma banca. mutuo. mutuo prestito stipendio bancomat azioni pensione risparmi interessi conto. lening hypotheek salaris spaarrekening pensioen aandelen geldautomaat pinautomaat rood. currency wechselkurs wahrung wisselkoers exchange. devise divisa cambio.",
  health:
    "doctor dentist headache fever cough medicine vaccine pregnan symptom pill. pills arzt zahnarzt kopfschmerz kopfweh fieber husten medikament impf schwanger erkaltung tablette medecin dentiste tete. fievre toux medicament vaccin enceinte rhume docteur medico dentista fiebre cabeza. medicina vacuna embaraz febre vacina gravid mal. febbre testa. tosse medicina. vaccino incinta dokter tandarts hoofdpijn koorts hoest zwanger slaap. schlafen sleep. dormir dormire weight. abnehmen maigrir adelgazar emagrecer dimagrire afvallen abnehm",
  car: "car. cars engine. tyre tyres tire. tires fuel gas. petrol oil. garage auto. autos reifen motor. benzin tuv. diesel olwechsel voiture pneu pneus moteur essence coche. coches neumatico gasolina aceite carro. pneus. oleo. macchina gomme. benzina olio. tagliando revisione banden motorolie benzine apk. fuhrerschein licence license permis. patente. carnet. rijbewijs bike. bicycle fahrrad velo. bici bicicleta fiets",
  home: "alarm alarms timer remind reminder calendar lights light. heating volume thermostat todo wecker weck. wecke erinner. erinnere kalender licht. heizung lautstarke rolladen staubsaug reveil rappelle minuteur lumiere lumieres chauffage agenda alarma despertador recuerda recuerdame temporizador luz. luces calefaccion despert lembra. lembrete lembre alarme luzes aquecimento sveglia svegliami ricordami promemoria luci. luce. riscaldamento tapparelle wekker herinner lamp. verwarming afspraak appointment termin. arzttermin rendez cita. consulta appuntamento turn. wifi router modem laptop computer ordinateur ordenador windows iphone android smartphone handy. handys",
  knowledge:
    "translate translation capital. population invented equation math. maths square history century planet earth sun. moon mountain meaning. ubersetz hauptstadt einwohner erfunden gleichung mathe wurzel geschichte erde. sonne mond. krieg weltkrieg tradui traduc traduis capitale habitants invente racine histoire planete terre. soleil lune. guerre traduce capital habitantes inventado ecuacion raiz historia planeta tierra. sol. luna. guerra traduz equacao terra. lua. traduci traduzione abitanti inventato equazione radice storia pianeta sole. vertaal vertaling hoofdstad inwoners vergelijking wortel geschiedenis aarde zon. maan oorlog world. welt. monde. mundo. mondo. wereld berg. hauptwerk spell. buchstab english englisch anglais ingles inglese engels spanish spanisch espagnol spagnolo japanese japanisch japonais java javascript python sql. html. php. programm algorithm",
  words:
    "joke jokes poem story. essay riddle rhyme write. witz witze gedicht geschichte. aufsatz ratsel schreib. schreibe blague poeme devinette redige ecris. chiste poema adivinanza redacta escribe. escribeme piada historia. escreve. barzelletta poesia indovinello scrivi. scrivimi mop. raadsel schrijf curriculum lebenslauf cv. bewerbung lettre sing. sings chante canta. cant. zing. resume",
  feeling:
    "love. loves lonely bored sad. happy marry boyfriend girlfriend liebe. liebst einsam langweil traurig heirate freundin. freund. aime. seul. ennuie triste epouse copine copain amo. aburr solo. novia novio quieres. casarte namorad sozinh entedi amas. ami. sola. annoio tristezza ragazza ragazzo sposi. fidanzat houd. eenzaam verveel verdrietig trouwen vriendin. zin. sinn. sens. vie. vida. vita. life. leben. leven. meaning god. gott dieu dios deus dio. alien aliens aliene religion horoscope horoskop oroscopo horoscopo sternzeichen signe. signo. segno.",
  office:
    "passport licence citizenship townhall council court. visa. ausweis personalausweis finanzamt steuererklarung kindergeld elster rathaus burgeramt behorde amt. impots mairie prefecture caf. identite ameli hacienda ayuntamiento dni. renta. seguridad irs. irpf. receita. cartorio cpf. financas agenzia. comune. inps. isee. spid. bollo f24. bolletta bollette multa belastingdienst belastingaangifte gemeente digid toeslag insurance insurances versicherung assurance seguro. seguros assicurazione polizza verzekering rent. miete loyer alquiler aluguel affitto huur electricity strom. stromanbieter luce. gas. energie. landlord vermieter tax. taxes uni. university universitat universite universidad universita school. schule ecole escuela escola scuola. job. jobs boss. chef. jefe. chefe. capo. baas gym. fitnessstudio salle. gimnasio gym academia. palestra sportschool mobilfunk handyvertrag library bucherei bibliothek biblioteca",
  nature:
    "dog. dogs cat. cats plant. plants garden horse bird hund. hunde katze katzen pflanze pflanzen garten vogel chien chat. plante jardin oiseau perro gato planta. cachorro gatto cane. cani. pianta. giardino hond. kat. tuin. planten paard cavallo formiche ants. ameisen",
  rules:
    "ignore ignores forget instructions instruction prompt rules. pretend ignorier vergiss anweisung anweisungen regeln. tu. ignorez oublie consignes regles. semblant ignora olvida instrucciones reglas. finge ignore. esquece instrucoes regras. ignora. dimentica istruzioni regole. fingi. negeer vergeet instructies regels. doe. systemprompt system.",
  shopHours:
    "open. opening opens closed hours weekend weekends sunday offnungszeit geoffnet offen. erreichbar sprechzeit sonntag horaire horaires ouvert ouverts dimanche horario horarios abierto abren atienden domingo aberto abrem atendem orari. orario aperti. aperto rispondete. domenica openingstijd bereikbaar geopend zondag",
  law: "lawyer solicitor attorney court. sue. suing legal police ombudsman consumer fraud lawsuit anwalt rechtsanwalt klage. verklag gericht. anzeige polizei verbraucherzentrale betrugsanzeige mahnung avocat tribunal justice. plainte police. consommateur consommateurs dgccrf huissier opposition demeure abogado abogada denuncia denunciar demanda. demandar consumo policia juzgado facua ocu. advogado advogada procon deco. justica processo processar reclame. avvocato denuncia. denuncio diffida tribunale legali legale. legali. carabinieri polizia codacons altroconsumo striscia associazione consumatori. sedi. advocaat rechter rechtbank rechtszaak aangifte politie consumentenbond juridisch incasso geschillencommissie chargeback zuruckbuch press. presse. zeitung journal. periodico jornal giornali giornale krant trustpilot google.",
  rude: "rude unfriendly arrogant ignored ignoring ignore. unhelpful impolite attitude shouted unfreundlich frech. pampig ignoriert unhoflich respektlos patzig angeschrien abgewimmelt impoli impolie desagreable malpoli insolent mepris grosero grosera maleducad borde. desagradable ignoran ignorais grosseiro grosseira ignoram ignorado scortes maleducat ignorat arroganza sgarbat cafon onbeleefd onvriendelijk brutaal genegeerd lomp respect respekt respeto respeito rispetto",
  trash:
    "rubbish crap. crappy trash junk cheap. cheaply garbage shit. shitty awful pathetic appalling worthless schrott mull. dreck mist. billig minderwertig kacke scheiss murks. schund wertlos miserabel katastrophe mies. miese camelote pourri pourrie merde. nul. nulle minable deplorable catastrophe daube honteux basura porqueria mierda birria chapuza fatal. asco. cutre lixo. porcaria merda. pessimo pessima horrivel droga. vagabundo schifo schifezza spazzatura robaccia porcheria ciofeca scadent penos pessim pena. orrend orribil fregatura ladri delud rommel troep zooi. bagger waardeloos slecht. slechte belabberd schandalig brol. prut falls. apart auseinander losgegangen",
  outrage:
    "outrageous unbelievable incredible seriously enough. fed. sick. pissed wtf. omg. unfassbar unglaublich unverschamt ernst. echt. reicht nase. schnauze sauer. wutend genug. verarsch verascht spinnt hammer. incroyable inadmissible honte. assez. marre. scandaleux foutez moquez ridicule increible indignante harto. harta. verguenza alucino vaya. basta. colmo. inacreditavel absurdo cansei cansad vergonha palhacada revolt incredibil inconcepibil assurd vergogn stuf. stufato rabbia matti. incazzat inaudit pazzesc ongelofelijk ongelooflijk belachelijk schande schandelijk genoeg. zat. klaar. bah. never. nie. jamais nunca. mai. nooit",
  review:
    "review reviews feedback opinion opinions rating stars. star. testimonial suggestion suggestions bewertung bewertungen bewerten rezension meinung. sterne. stern. verbesserung vorschlag ruckmeldung avis. commentaire commentaires etoile etoiles note. opinion. resena resenas valoracion valorar estrella estrellas sugerencia avaliacao avaliar opiniao estrela estrelas sugestao comentario recensione recensioni parere valutazione stella. stelle. suggerimento opinione beoordeling recensie mening. ster. sterren suggestie loben lob. praise compliment kompliment",
  noReply:
    "reply replied replies answer answered answers respond response antwort antworten antwortet geantwortet reagiert meldet ruckruf reponse reponses repond repondez repondu respuesta responde responden contestan contesta resposta respondem respond. responde. risposta risposte risponde risposto rispondono antwoord antwoordt reageert reageren gereageerd hung. warteschleife hotline attente. hold. aspettando",
  waited:
    "since ago. weeks week. days. months seit. woche wochen tagen. monaten depuis semaine semaines jours. mois. desde. semana semanas dias. meses hace. faz. ha. settimana settimane giorni. mesi. sinds weken dagen. maanden geleden already noch",
  missing:
    "missing lacks incomplete half. only. part. parts rest. fehlt fehlen fehlte unvollstandig halfte nur. bloss teil. teile manque manquait manquent incomplet moitie seulement partie reste. falta faltan faltaba incompleto mitad solo. parte. resto. faltou faltam metade apenas manca mancano mancava mancante incompleta meta. soltanto ontbreekt ontbreken mist. incompleet helft alleen maar. deel. leer. empty vide. vacia vacio vazia vuoto vuota",
  taken:
    "stolen steal thief signed signature nobody neighbor neighbour porch doorman gestohlen geklaut unterschrift unterschrieben niemand nachbar nachbarn haustur ablageort vole. voles signe. personne. voisin voisine gardien robado robaron firma. firmo nadie vecino vecina portero roubado roubaram assinou assinatura ninguem vizinho porteiro rubato rubati firmato nessuno vicino vicina portiere portineria giardino gestolen gejat handtekening getekend buren buurman buurvrouw. mailbox briefkasten brievenbus letterbox buzon boite. cassetta portaria porteria",
  sentBack:
    "sender returned undeliverable unclaimed absender unzustellbar zuruckgegangen abgeholt expediteur retourne. reclame. remitente devuelto remetente devolvido mittente rientrat giacenza respint rifiutat afzender onbestelbaar retour. refused verweigert refuse. rechaz recus geweigerd",
  attempt:
    "attempt attempted failed missed absent zustellversuch gescheitert verpasst angetroffen fehlgeschlagen klingel geklingelt echec tentative manque. absent. intento fallid ausente timbre tentativa falhou falhada campainha tentativo fallito fallita assente. suonato citofono bezorgpoging mislukt gemist thuis. aangebeld",
  customs:
    "customs duty duties import tariff vat. zoll zollgebuhr einfuhr douane douanes importation aduana aduanas arancel importacion alfandega importacao dogana dogan dazi. dazio invoerrecht invoer douanekosten brexit",
  pickup:
    "pickup pick collect. collection locker parcelshop store. shop. stores branch packstation paketshop abhol abholung filiale filialen laden. geschaft retrait retirer relais point. magasin boutique recoger recogida punto. tienda. tiendas oficina ponto. retirada levantar loja. lojas ritirare ritiro ritirarlo fermopoint locker. negozio negozi sede. showroom afhalen ophalen afhaalpunt winkel. winkels filiaal vestiging",
  fast: "express urgent urgently quick fast. faster fastest asap nextday eilig schnell schneller eilt. dringend heute. rapide urgent. vite. aujourd express. rapido urgente hoy. hoje. rapida oggi. domani. veloce velocemente fretta spoed snel. sneller dringend. vandaag morgen. today tomorrow tonight manana amanha demain",
  confirm: "confirm confirmation bestatig confirma confirme conferm bevestig email. mail. mails. mail",
  gift: "gift gifts present. presents birthday wedding christmas xmas geschenk geschenke geburtstag hochzeit weihnacht verschenk cadeau cadeaux anniversaire mariage noel regalo regalos cumpleanos boda navidad presente presentes aniversario casamento natal regali compleanno matrimonio natale verjaardag bruiloft kerst offert",
  used: "worn used. opened unworn unopened washed packaging box. boxed tag. tags getragen gebraucht benutzt geoffnet original. originalverpack verpackung karton anprobiert porte. portes ouvert. utilise emballage carton etiquette. usado usada usados abierto abierta puesto embalaje caja. etiqueta. aberto aberta embalagem caixa. usato usata aperto. aperta indossat imballo scatola confezione cartellino gedragen gebruikt geopend verpakking doos",
  balance:
    "balance left. remaining guthaben restguthaben guthabenstand solde. credit. saldo. restante residuo tegoed resterend gutschein geschenkkarte gutscheinkarte giftcard bon. cadeaubon cadeaukaart regalo. buono. carte. credito.",
  codeFails:
    "valid invalid expired accepted rejected applied redeem gultig ungultig abgelaufen akzeptiert angenommen einlosen eingelost abgezogen valide. invalide expire. accepte refuse. valido valida invalido caducad aceptan aplica canjear expirou aceito aceita aplicou resgatar scaduto scaduta accettato accetta. applicato riscattare geldig ongeldig verlopen geaccepteerd verzilver toegepast",
  fails:
    "doesnt work. works working error. errors broken. crash crashes stuck blocked loading funktioniert geht. fehler. fehlermeldung hangt abgesturzt klappt marche. fonctionne erreur bug. bloque plante funciona. errores bloqueado falla. erro. trava travou funciona funzion va. errore blocca bloccat impallat carica. werkt. doet. fout. foutmelding vastgelopen lukt. laadt",
  declined:
    "declined decline rejected refused authoris authoriz abgelehnt verweigert fehlgeschlagen refusee refuse. rejete rechazada rechazado denegada recusado recusada negado rifiutata rifiutato negata geweigerd afgewezen mislukt. checkout kasse. caisse caja. cassa. afrekenen",
  twice:
    "twice double doubled duplicate two. doppelt zweimal zwei. mehrfach fois. deux. double. veces doble. dos. duplicado duas. dobro vezes dois. due. doppio doppia volte. doppione tweemal dubbel twee. keer. second. zweite zweiten",
  charged:
    "charged charge. charges debited deducted withdrawn statement abgebucht abbuchung belastet berechnet kontoauszug vorgemerkt debite preleve prelevement releve cobrado cobro cobraron cargo. cobrado. cobraram cobranca extrato addebitat addebito prelevat scalato afgeschreven afgeboekt belast. rekeningoverzicht afschrift autoris",
  methods:
    "visa. mastercard maestro amex paypal klarna apple google. bizum ideal. pix. mbway boleto twint sofort bancontact satispay postepay giropay sepa scalapay contrassegno contanti bargeld nachnahme cash. especes efectivo contrareembolso dinheiro contant instalment instalments raten. ratenzahlung rate. fois. plazos parcelas parcelar prestazioni termijnen bonifico uberweisung virement transferencia overschrijving lastschrift vorkasse rechnungskauf kreditkarte creditcard",
  newsletter:
    "newsletter marketing advertising spam unsubscribe subscribe. mailing werbung werbemails werbemail abmelden verteiler desinscri desabonn publicite pubs publicidad propaganda desuscri boletin baja. descadastr anuncios promocionais pubblicita disiscri iscriv mailinglist reclame reclamemail uitschrijv afmeld nieuwsbrief mails. emails messages",
  subscription:
    "subscription subscrib recurring monthly weekly skip pause. autoship membership abo. abos abonnement abonnieren monatlich pausier uberspring dauerbestellung abonn mensuel mensuelle suscripcion suscrip mensual pausar saltar assinatura mensal pular. pausar. abbonament mensil sospend ricorrent saltare. maandelijks maandbox pauzeer overslaan box. boxen every alle. jeden. chaque cada ogni elke",
  personalData:
    "data. privacy gdpr personal stored store. delete erase know. information dsgvo datenschutz gespeichert speichert loscht loschen weisst wisst daten. auskunft donnees rgpd confidentialite conservez supprim efface savez. sais. datos. privacidad guardan guardais borrar borr elimin sabes. saben. sabeis dados. lgpd guardam apagar apaga. excluir sabem. sabe. dati. cancellate sapete salvate memorizzat trattamento gegevens. avg. bewaar bewaren verwijder wissen weet. weten. cookies cookie dpo.",
  signIn:
    "login log. sign. signin password passwords reset locked forgot username einloggen anmelden anmeldung angemeldet einlogg passwort passwortes kennwort pw. zugang zurucksetzen vergessen connecter connexion identifiant passe. oublie reinitialis acceder contrasena clave. usuario iniciar sesion olvide entrar. senha. senhas esqueci usuario. redefinir accedere accesso entro. entrare password. psw. dimenticat utente. credenziali inloggen inlog wachtwoord vergeten gebruikersnaam aanmelden registration registrier registro registrarme cadastro registrazione iscrizione",
  praise:
    "great awesome amazing perfect lovely wonderful nice. cool. super. wow. brilliant toll. klasse prima. perfekt genial wunderbar spitze schon. lieb. geil krass parfait excellent bravo genial. top. perfecto estupendo excelente guay maravilla otimo otima perfeito excelente. legal. show. perfetto ottimo ottima bravo. bravi. brava fantastic carino gentile. gentilissim mitico adoro migliori goed. mooi. geweldig fijn. leuk. prachtig lief. perfect. topper",
  bye: "bye goodbye cheers tschuss ciao. wiedersehen abend. tag. nacht. revoir bientot journee soiree nuit. adios chao. chau. luego tardes noches tchau adeus ate. tarde. noite. arrivederci arrivederla serata giornata notte. doei ziens avond dag. later. weekend. vacanze feiertage",
  agree:
    "ok. okay. okey. k. fine. sure. alright understood noted passt. alles. klar. verstanden einverstanden geht. gut. stimmt. accord. compris entendu bien. vale. entendido claro. bueno. certo. beleza. blz. entendi combinado bene. capito. chiaro. perfetto. prima. duidelijk begrepen oke. oki. snap. akkoord nevermind egal. merci. prego. nada. graag",
  sorry:
    "sorry. apolog entschuldig leid. tut. verzeihung desole pardon. excus perdon. lamento disculpa desculp perdao scusa scusi. scusate spiace sorry excuses spijt",
  whoAreYou:
    "who. your. name. named bot. robot human. machine real. alive age. old. wer. heisst bist. roboter computer. maschine echt. kunstlich intelligenz ki. qui. etes. robot. appelles appelez humain. machine. quien. eres. llamas maquina edad. quem. chama. maquina. robo. chi. sei. chiami macchina. intelligenza automatic risponditore wie. bent. heet. mens. echte. ai. chatgpt gpt. artificial artificiel intelligence inteligencia kunstmatig",
  dress:
    "shoe shoes dress jumper sweater shirt jacket coat trousers jeans boots socks hat. gloves scarf skirt schuh kleid pulli pullover hemd jacke mantel hose. hosen stiefel socken mutze schal. rock. chaussure robe. pull. chemise veste manteau pantalon bottes chaussettes bonnet echarpe jupe zapat vestido. jersey camisa camiset chaqueta abrigo botas calcetin gorro bufanda falda sapat camisola camisa. casaco calca calcas meias cachecol saia tenis. scarpe scarpa vestito maglione maglia camicia giacca cappotto stivali calze. cappello sciarpa gonna borsa schoenen schoen jurk trui hemd. jas. broek laarzen sokken muts. sjaal rok. bag. bags tasche sac. bolso bolsa tas. ring. anello",
  furniture:
    "lamp lamps sofa table. chair vase mug cup. bowl rug. blanket cushion curtain candle lampe lampen tisch stuhl becher tasse. schale teppich decke. kissen vorhang kerze regal chaise vase. bol. tapis couverture coussin rideau bougie canape etagere lampara mesa silla jarron taza cuenco alfombra manta cojin cortina vela. luminaria candeeiro cadeira vaso caneca tigela tapete manta. almofada cortina. lampada tavolo sedia vaso. tazza ciotola tappeto coperta cuscino tenda tende candela divano tafel stoel vaas. mok. kom. tapijt deken kussen gordijn kaars bank.",
  fit: "fit. fits runs tight loose sizing sizeguide passt. passen fallt. ausfallt grossentabelle masstabelle tragt taille. taillent guide. tallan tallaje guia. veste. vestibilita calza. calzano tabella numero. porto. valt. vallen maattabel pasvorm tall. kg. cm. meter forma. usual. normally normalerweise",
  made: "vegan organic bio. sustain fair. certified allergen bpa nachhaltig zertifi enthalt inhaltsstoff ecolog durable certifi contient sostenib sustentav contiene contem ingredientes organico sostenibil biologic certificat ingredienti duurzaam bevat gecertificeerd gluten nickel nichel handmade handgemacht artigian hergestellt made. herstell fabriqu fabricad fabbricat prodott",
  uses: "assembl compatible battery batteries charger cable plug. bulb fits manual aufbau montier kompatibel batterie batterien akku ladekabel kabel stecker gluhbirne anleitung montage compatible. pile. piles chargeur ampoule notice montar pilas bateria cargador bombilla instrucciones montagem carregador lampada. compatibil pila. batteria caricatore lampadina montaggio montare istruzioni. batterij oplader stekker gloeilamp handleiding monteren dimm regolabil warranty guarantee garantie garantia garanzia zubehor accessor ersatzteil spare",
  recommend:
    "recommend suggest best. better difference between looking choose empfehl empfiehl unterschied suche. welches besser beste. recommand conseil mieux cherche. meilleur recomiend recomend aconsej diferencia mejor busco. indica. sugere melhor diferenca procuro consigli differenza meglio migliore cerco. cercavo aanrad aanbevel verschil beter zoek. raad.",
  again:
    "restock back. again backorder preorder soon. nachschub wieder. wiederkommt nachbestellt vorbestell bald. reassort revient reviennent precommand nouveau bientot vuelve. vuelven repon reposicion pronto preventa volta. voltam repor reposicao breve riassort torna. tornano preordin presto. arrivano aanvull terug. binnenkort preorder. sold. agotad esgotad esaurit finit finiti sortiment assortiment",
  buy: "buy. buying bought purchase. kaufen kauf. gekauft kaufe acheter achat. achete comprar compra. comprado compro. comprei comprare acquisto. acquistare acquistato kopen gekocht aankoop sell. sells verkauft verkaufen vendez vendeis venden vendem vendete verkopen",
  before:
    "before bevor. avant. antes. prima. voordat unshipped dispatched verschickt expedie. enviado. enviar. spedito. spedita verzonden raus. partito. parta. parte. weg.",
  paper:
    "pdf. print. printer download company vat. firma. firmenname ustid drucken drucker herunterladen buchhaltung entreprise societe siret imprimer imprimante telecharger comptab empresa. nif. cif. imprimir impresora descargar contabil cnpj baixar impressora azienda ditta piva. partita sdi. stampare stampante scaricare commercialista bedrijf bedrijfsnaam printen downloaden boekhoud",
  cheaperElsewhere:
    "cheaper competitor match. gunstiger billiger konkurrenz preisgarantie preis. moins concurrent barato barata competencia concorrente meno. concorrenza goedkoper concurrent. dropped gesunken reduziert reduced baisse baja. rebajas saldi. ribass abgesenkt",
  saleDays:
    "friday cyber student studenten studierende etudiant estudiante estudante student. militar nurse first erstbestellung neukunde premiere bienvenue primer primeira bienvenida primo. benvenuto eerste welkom sconti. sconto. rabatte promozion promocion promocoes promos.",
  points:
    "points point. loyalty rewards vip. tier level punkte treue bonus. stufe status. fidelite palier puntos fidelidad nivel pontos fidelidade clube punti. fedelta livello tessera socio. soci. spaarpunten klantenkaart niveau member mitglied membre miembro membro membri lid. club.",
  typing:
    "typo mistyped misspelled tippfehler vertippt verschrieben schreibfehler faute. frappe trompe equivoque equivocado. errata errei digitei sbagliato. sbagliata refuso battitura typefout verkeerde. vergist",
  someoneElse:
    "sister brother mother mom. mum. dad. friend parents schwester bruder mutter eltern freundin soeur frere mere. amie hermana hermano madre. padres amiga irma. irmao mae. pais. sorella fratello mamma. genitori amica zus. broer moeder ouders vriendin wife husband frau. mann. femme mari. mujer marido esposa moglie marito vrouw. tante. aunt tia. zia.",
  person:
    "somebody speak talk. real. live. jemanden sprechen durchstellen verbinden mensch. echten parler conseiller vrai. joindre humain. persona. hablar alguien. humano. pessoa. falar atendente. alguem umano. parlare operatore qualcuno vero. vera. mens. iemand spreken praten echt. medewerker supervisor vorgesetzt superieur encargad gerente direttore responsabile leidinggevende",
  reachUs:
    "phone number. telephone whatsapp hotline ring. email address. telefonnummer nummer. telefonisch ruckruf anrufen zuruckrufen numero. telephone. appeler rappeler joignable telefono. telefonic llamar llamen telefone. ligar liguem chiamare richiam recapito recapiti contatti. telefoonnummer bellen terugbellen telefonisch. impressum kontaktformular formulaire formulario modulo. contactformulier",
  wish: "like. wish hoping hatte. wurde. wurd gern. gerne aimerais aimerait souhait desir. desire desider voudrait volevo vorrei vorremmo gradir gostaria gostava queria quisiera querria gustaria graag zou. zoude mochten",
  demand:
    "request claim demand ask. forder verlang anforder beantrag verlange exig demande reclame. solicit pedir. exij exigir pretend. pretendo richied richiest esig eis. opeis aanvra verzoek",
  problem:
    "problem issue trouble difficult probleme problema problemi schwierig ennui inconvenient inconveniente inconvenientes guaio moeite probleem",
  yours:
    "your. yours eure euer euren eurem eurer ihr. euch. vos. votre. vous. vuestro vuestra vuestros vosotros ustedes seus. vosso vossa voces. vostro vostra vostri vostre voi. avete. vendete fate. jullie",
  mine: "my. mine. mein meine meinen meiner meinem mon. ma. mes. mi. mis. meu. minha meus minhas mio. mia. miei mie. mijn",
  suppose: "if. case. would wenn falls sofern wurde. si. cas. serait caso se. caso. als. indien stel. supposing suppose",
  negation:
    "not. no. dont cannot nicht kein keine keinen keiner nie. pas. aucun aucune sans. jamais ni. non. nessun nessuna nao. nem. nenhum sin. ningun ninguna niet geen nooit senza sem. without ohne zonder",
  usually:
    "usually normally general generally typically gewohnlich generell allgemein normalerweise grundsatzlich ublich habitude generalement normalement general. normalmente soleis suelen costumam geralmente solito generale indicativamente mediamente gewoonlijk algemeen meestal normaal standard",
  bought:
    "bought ordered purchased placed bestellt gekauft commande. achete pris. compre. compro pedi. pedido. comprei encomendei ordinato comprato acquistato preso besteld gekocht hatte",
  sentIn:
    "posted mailed returned sent. zuruckgeschickt zuruckgesendet zuruckgegeben eingeschickt renvoye renvoyes rendu retourne. devuelto devolvi mandado envie. enviei devolvido rispedito rimandato restituito reso. teruggestuurd teruggezonden geretourneerd",
  gotOnly:
    "received got. arrived came erhalten bekommen angekommen gekriegt recu. recus recue arrive. recibi recibido llego. llegaron vino. recebi recebido chegou veio. ricevuto arrivato arrivata arrivati arrivate ontvangen gekregen aangekomen",
  pieces:
    "screw screws lid. cover. strap shoelace schraube schrauben deckel. gurtel vis. couvercle ceinture tornillo tapa. cinturon parafuso tampa. cinto viti. coperchio cintura schroef schroeven deksel riem",
  doorstep:
    "door. doorbell name. flat. floor. apartment code. tur. klingel stockwerk etage porte. sonnette digicode interphone piso. timbre portal. planta. andar. campainha apto apartamento porta. citofono campanello scala. interno. piano. deur. bel. verdieping huisnummer hausnummer cap. cep. postcode",
  workplace:
    "work. workplace office job. firma. buro arbeit. arbeitsplatz travail bureau trabajo oficina trabalho escritorio lavoro ufficio werk. kantoor",
  holdOff:
    "later postpone delay. reschedule week. verschieben spater nachsten urlaub. plus. tard. reporter repousser decaler posponer aplazar despues adiar depois. rimand rinvi posticip spostare later. uitstellen",
  sizeWords:
    "xs. s. m. l. xl. xxl. 36. 37. 38. 39. 40. 41. 42. 43. 44. 45. 46. size sizes number. nummer. numero. taglia taglie tg. talla tallas taille pointure tamanho maat maten misura misure grosse grossen",
  engrave:
    "engrav gravur graviert personalis persona initials name. grave. gravure grabado grabada gravacao gravado inciso incisione ricamo ricamar iniziali gravure. gegraveerd bestickt card. note. karte. grusskarte gruss mot. carte. tarjetita nota. cartao. bigliett biglietto kaartje wrap verpack geschenkverpack papier emballe envuelto confezione",
  interest:
    "information info infos informationen informations informacion informacoes informazioni informatie details detail. question. frage pregunta pergunta domanda vraag question renseign consulta duda. duvida",
  takeBack:
    "indietro ritorno zuruck back. vuelta volta. retour. teruggeven reprendre reprenez reprise ripren riportar riconsegn abgeben wiederbring zurucknehm rapporter ramener renvoy herroep widerruf retractation rucktritt recess reced desist desistimiento arrependimento ripensament ritratt entrega. hereby hiermit presente hierbij herroeping",
  article:
    "articol artikel article item items product produkt produit producto produto prodott articulo artigo ware. merce goods roba stuff thing things sachen",
  weekday:
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado segunda. terca. quarta. quinta. sexta. lunedi martedi mercoledi giovedi venerdi maandag dinsdag woensdag donderdag vrijdag zaterdag zondag yesterday gestern hier. ayer ontem ieri. gisteren",
  sendOut:
    "send. sends sending schick. schickt schicken losschick abschick mandar mandate mandatemi mando. mande manden mandem mandam mandano envoy stuur. sturen opsturen inviate inviare invio. despach dispatch expedi spedire spedite spedit",
  handOver:
    "driver fattorino fahrer bote. chauffeur furgon van. camion furgoneta motorista deposited dropped lasciato deja depose laisse dejaron dejado deixaram deixado afgeleverd abgegeben abgelegt remis lanciato",
  stuck:
    "stuck fermo. ferma. bloccat parado parada detenido coince bloque vast. hangt steht stillstand stands moved move. muove bewegt bouge mueve mexe",
  passed:
    "past. passed expected supposed meant promised vorbei versprochen versprechen angekundigt soll. sollte prevista previsto garantito promess dovev avrebbe doveva dicevate depasse promis annonce prevu cense fallait prometi dijisteis debia combinada prometeram falaram devia beloofd zou. moest voorbij",
  rights:
    "statutory rights law. recht. gesetz codice. articolo. art. disput contesto contestare conteste contesto. bestreit betwist impugn chargeback tribunale giudice richter juge. juez juiz rechter authority authorities exposto esposto legge legali kanzlei inkasso mahnbescheid eingeschrieben raccomandata recommande burofax recht rechtsschutz fraude fraud betrug truff frode estafa golpe golpistas oplicht arnaque escroc escrocs scam scammers police",
  complaining:
    "complaint claim. reclamation reklamation beschwerde klacht klag plainte queja reclamo reclam lamentel lament. disappoint disappunto insoddisf unzufrieden mecontent insatisf tevreden ontevreden deluso delusa enttauscht boos boze furious furiosa furioso raiva indign dissatisf unmut frust grantig arrabbiat nervos enerve colere enojad zangado woest disappointed",
  insult:
    "idiot stupid dumb dumm doof. bescheuert unfahig imbecil estupid idiota tonto burro. scemo stupido incapac incompet useless inutile inutil nutzlos nutteloos clown clowns joke. pagliacci buffoni payasos palhac circus zirkus cirque",
  neatPoor:
    "stitch seam seams naht nahte coutures cuciture costuras naden lack. paint. vernice peinture tinta. pintura verf. blatter schalt peel faded fades fuzz fusseln fusselt pilling pelucch fell. kaputtgegangen zerfall schlampig malfait malfeito fatto. deshizo desmanch sfasciat disfece tombe. flimsy shoddy lausig",
  stripe:
    "colour. color. farb shade tonalit tinta tono ton. kleuren colori farben couleurs colores cores fantasia muster pattern motif print. estampado rayas righe streifen",
  whereShop:
    "shop. shops store boutique filial laden. sede. bottega outlet standort address berlin hamburg milano roma. paris madrid lisboa amsterdam london napoli torino koln munchen utrecht lyon barcelona porto. sevilla",
  sheet:
    "sheet sheets duvet pillow bed. mattress lenzuola federe piumone materasso cuscini bettwasche bettdecke matratze drap draps couette oreiller matelas sabana colchon almohada edredon lencol colchao travesseiro laken dekbed matras kussens towel handtuch serviette toalla toalha asciugaman handdoek",
  glassware:
    "glass glasses plate plates jug teapot knife pan. pot. glas. glaser teller kanne krug topf. pfanne messer verre verres assiette carafe casserole poele couteau vaso. vasos plato jarra olla sarten copo copos prato panela faca bicchier piatti piatto brocca pentola padella coltello glazen bord. borden kan. mes.",
  houseItem:
    "wardrobe desk shelf bookcase stool armchair mirror clock. watch. necklace ring. bracelet earring headphone vacuum schrank kommode regal hocker sessel spiegel uhr. kette ohrring armband kopfhorer armoire bureau etagere tabouret fauteuil miroir montre. collier boucles casque armario estanteria taburete sillon espejo reloj collar pulsera pendiente estante banquinho poltrona espelho relogio colar pulseira brinco armadio scrivania libreria mensola sgabello specchio orologio collana bracciale orecchini cuffie kast. kruk. stoel horloge. ketting oorbel koptelefoon",
  family:
    "size. grosser small. kids child children baby. kind. kinder enfant enfants nino ninos hijo hija crianca filho filha bambin figlio figlia neonat kinderen dochter zoon zoontje tochter sohn fils fille",
  measures:
    "height width length diameter weight litre litres thick depth hoch. hohe breite lange. durchmesser gewicht liter dick tiefe hauteur largeur longueur diametre poids epais altura ancho largo. diametro peso litros grosor largura comprimento espessura altezza larghezza lunghezza spessore circonferenza profondita litri pollici hoogte breedte lengte diepte centimet zentimeter",
  feature:
    "pocket pockets button buttons zip. zipper hood lining usb. bluetooth waterproof taschen knopf knopfe reissverschluss kapuze futter poche poches bouton boutons fermeture capuche doublure bolsillo boton botones cremallera capucha forro bolso. botao botoes ziper capuz tasca tasche. bottoni bottone cerniera cappuccio fodera imbottit zak. zakken knopen rits capuchon voering ricarica rechargeable aufladbar elastic transparent durchsichtig blickdicht trasparent doorzichtig opaque",
  washing:
    "iron. ironing wash. tumble dryer bleach stain. bugeln bugel trockner waschmaschine fleck schleudern repasser repassage detacher planchar lavadora lejia mancha passar. lavagem mancha. stirar stirare lavatrice candeggi macchi asciugatri lavaggio strijken wasmachine wasdroger droger vlek wasvoorschrift clean cleaning reinig nettoyer limpiar limpar pulire pulisco schoonmaken pfleg entretien cuidado cuidados cura. onderhoud einlaufen farbt deteint destine scolor",
  join: "combine merge both together zusammenlegen zusammenfassen kombinier vereinen gemeinsam fusionner regroup ensemble juntar unir unificar fusionar juntem combinar unire unite accorpare insieme samenvoegen combineren samen beide zwei. einem",
  basket:
    "checkout basket cart. warenkorb panier carrito carrinho carrello winkelmand mandje place. aufgeben passer realizar hacer. fazer. fare. effettuare plaatsen reserve reserv prenota prenotare reserver vorbestell",
  deadline:
    "until deadline frist. bedenkzeit bedenktijd delai. plazo prazo scaden termine entro innerhalb within binnen bis. weeks wochen still. langst ancora spat late. tardi tard. tarde laat christmas natale noel navidad natal kerst weihnachten",
  partly:
    "partial teilweise partiel parcial parziale gedeeltelijk wenig less weniger meno moins menos minder short. zu. niedrig lower deducted abgezogen einbehalten trattenut trattenete deduit descont ingehouden scalate detraete",
  codes:
    "code. codes kode. codice codici codigo coupon coupn cupon cupom cupao voucher promo promozion welcome welcome10 kortingscode gutscheincode rabattcode rebate",
  friends:
    "refer referral friend friends invite freunde werben empfehlung empfehlungslink parrainage parrainer invitar amigo amigos invita indicar amico amici presenta vrienden uitnodig doorverwijz",
  seniors:
    "student senior pensioner teacher employee rentner pensionist lehrer studenten insegnante pensionati retraite enseignant jubilado profesor aposentado professor gepensioneerd docent associazione convenzioni vergunstig vergunstigung agevolazion riduzion discounts prezzetto trattare verhandel negocia marchand remise ristourne rebaja abatimento korting afdingen skonto nachlass",
  contest:
    "contest giveaway raffle prize gewinnspiel verlosung concours tirage gagner sorteo concurso sorteio premio concorso estrazione winactie prijsvraag adventskalender advent actie campaign campagne kampagne campana campanha campagna",
  amounts:
    "euro. euros dollars pound pounds quid tenner reais betrag amount summe somme montant importe monto valor cantidad importo cifra denaro denari bedrag soldi",
  processing:
    "eingegangen eingang ricezione riscontro receipt recepci recebimento reception ontvangst arrive. bank sieht shows pending ausstehend pendente pendiente sospeso attesa openstaand verwerkt verwerking processed processing bearbeitet bearbeitung lavorazione traitement proceso processamento",
  approve:
    "approve approved accepted genehmigt bewilligt accettato autorizz approuve aceptada aprobada aprovado aprovada goedgekeurd geprueft gepruft prufen controllato checked verifi",
  vatId:
    "vat. fattura tassa codice fiscale fiscali proforma mehrwertsteuer mwst eori siret piva sdi. pec. boleta ticket talao kassenzettel bonnetje duplicate duplicata copia kopie duplicado attestazione steuerberater commercialist comptable contable contabilista boekhouder",
  credentials:
    "log. logged ausgeloggt ausgesperrt eingeloggt einloggen abgemeldet angemeldet aktivierungslink aktivierung activation attivazione accedo entro. disconnette disconnect deconnecte uitgelogd buitengesloten verificat verification verifica verificacion verificacao verificatie faktor factor fattori konto.",
  consent:
    "consent einwilligung consenso consentement consentimiento consentimento toestemming informations persona gespeichert stored auskunft selbstauskunft kartei datenbank database bestand fichier fichiers base. archivi oblio vergessenwerden forgotten oubli olvido esquecimento vergeten cancellami dimentica loschantrag tracciate verfolgt trackers third terzi dritte tiers terceros terceiros derden",
  settings:
    "preferences settings einstellungen impostazioni parametres ajustes configuracoes instellingen notification benachrichtig notifiche aviso avisos meldingen app. appli aplicacion aplicativo applicazione area. bereich espace espacio kundenbereich wishlist merkzettel wunschliste preferiti liste. favoris lista. deseos desejos verlanglijst guest gast invite. invitado convidado ospite",
  renew:
    "renew rinnov verlangert verlangern verlangerung renouvel renueva renova vernieuw automatic automatisch automatique automatico automatica capsule capsules kapseln cialde cups coffee kaffee cafe caffe koffie aboverwaltung lieferabo intervall frequenc frequenza",
  advisers:
    "advisor berater beraten beratung ansprechpartner kollegin kundenberater durchstell chef. livechat live. customer kundendienst direzione direzion ufficio. centralino switchboard standard. centralita zentrale reception. direttore director titolare inhaber owner proprietario eigenaar cooperation kooperation collaborazion partnership pressestelle stampa. contatto",
  fun: "joking funny lustig witzig grappig drole gracioso engracado simpatico buffo cute hihi haha hehe jaja kkk ahah lol. hoho mahlzeit feier feest feste fetes fiestas festas holidays ostern easter pasqua welterusten schlaf gut. enchant piacere encantado prazer aangenaam freut kennenzulernen favourite lieblings prefere preferido preferito favoriet",
  wait: "wait. moment momentje sekunde second. seconde segundo attimo minuto minuut wachten warte. attends attendez espere espera. aspetta aspetto tantino back. gleich. zuruck. wieder. torno revoila ya. volvi voltei",
  think:
    "think. uberleg denk reflech pensar pensare penso pensero nachdenk bedenken decide decid entscheid maybe vielleicht forse talvez quizas misschien boh. idk",
  numbersOut:
    "percent prozent percento procent plus. mal. times. squared wurzel divided geteilt potenz kilometer km. miles inches pollici fuss. celsius convert umrechn converti convertir converter omrekenen calcola rechne calcul calcule",
  famous:
    "napoleon einstein shakespeare goethe cervantes camoes dante rembrandt mozart elefant elephant elefante olifant giraffe river fluss fleuve rio. fiume rivier everest atlantic ocean meer. evolution photosynthes fotosintesi universum universe univers universo atom. century roman impero dinosaur",
  concerts:
    "concert konzert concierto concerto theater theatre teatro museum museo musee ticket tickets biglietto entrada ingresso billet eintritt kaartje party. feier geburtstagsfeier reservation reservierung table. tisch tavolo mesa. pool. schwimmbad piscina piscine zwembad freibad kurs course corso curso lesson unterricht",
  pirates:
    "pirate pirat pirata piraat roleplay pretend emojis emoji admin administrator administrateur administrador api. hack jailbreak secret secrets geheim segrete segreto secretas geheimes developer sviluppatore entwickler",
  body: "pain hurts schmerz schmerzen weh. douleur mal. duele dolor dor. doente fa. male. dolore pijn ziek krank malade sick. enfermo malato vertigo schwindlig vertige mareado tonto. tontura dizzy duizelig rash ausschlag boutons sarpullido allergi eruzione uitslag diet. diat dieta dieet regime kilo. kilos quilos chili muskel abs. ibuprofen paracetamol aspirin hospital krankenhaus hopital ospedale ziekenhuis",
  gibberish:
    "asdf qwert qwerty azerty hjkl lorem ipsum blabla bla. blah test. prova prueba teste prove xxx zzz qqqq sdfg dfg fjdk xyz abc. foo bar.",
  callOff:
    "cancel stop. scrap undo bin. drop. withdraw revoke abort storn widerruf zuruckzieh zuruckziehen anhalten stoppt loschen streich absag abbestell annul arretez stoppez retirer supprim enlevez laissez retirar retiro anul borra borren elimin quiten deten olviden canc fermate bloccat annull disdi rinunc eliminate togliete segur. segurem tirem apaguem intrek trek. afzeg afbestel schrap zitten haal. stopzet halt",
  byMistake:
    "mistake accident accidentally click clicked versehen verklickt geklickt erreur clic clique error clic. equivoque engano cliquei sbaglio errore cliccato vergissing geklikt ongeluk",
  insured: "insur versichert versicherung assure assures assurance asegurad seguro assegurad assicurat verzekerd saturday samstags sabados",
  shame:
    "shame disgrac ashamed scham schande honte honteu vergonz verguenza vergonh vergogn schaam schamen zielig triest joke. broma. farce. blague. scherz. grap. ernst verpest ruined ruiniert gache arruin estragar estragaram rovinat",
  voucherKinds:
    "waardebon tegoedbon cadeaubon geschenkgutschein wertgutschein warengutschein buono. vale. vales cheque. chequecadeau giftcard gutscheinkarte tarjeta. bonos",
  leadTime:
    "stock voorraad nachschub bestand levertijd levertijden bezorgdatum lieferzeit lieferzeiten lieferdatum delais. plazos prazos tempi. orari creneau fascia slot slots timeslot wunschtermin tijdvak",
  papers:
    "papers paperwork papiere papieren papiers papeles papel. documento document dokument documents hacienda finanzamt duplicado duplicat justificante bescheinigung zaak gewerbe sociedad ditta business",
};

/** The numbers of the themes that the words touch, ascending, each once. */
export const themesIn = stemFinder(stems);
