import type { Language } from "#app/channels/message.ts";

/** What a shop's return page is read by, in one language; all folded, see pipeline/assistant/local/fold-text.ts. */
export type ReadingWords = {
  /** Something comes back. */
  returns: RegExp;
  /** The right to withdraw that the law gives: another matter than what the shop grants by itself. */
  statute: RegExp;
  /** The sentence counts other days: until money is there, until a damage is told, after an approval. */
  otherDays: RegExp;
  days: RegExp;
  weeks: RegExp;
  months: RegExp;
  workingDays: RegExp;
  /** "a month", "ein Monat" */
  one: RegExp;
  delivered: RegExp;
  fulfilled: RegExp;
  ordered: RegExp;
  /** Does not come back. */
  refused: RegExp;
  notAtAll: RegExp;
  restocking: RegExp;
  returnShipping: RegExp;
  free: RegExp;
  /** Whose fault it is. */
  fault: RegExp;
  shopPays: RegExp;
  shopperPays: RegExp;
  credit: RegExp;
  exchange: RegExp;
  only: RegExp;
  not: RegExp;
  photos: RegExp;
  holiday: RegExp;
};

export const readingWords: Record<Language, ReadingWords> = {
  en: {
    returns: /\breturn(s|ed|able|ing)?\b|\b(send|sent|bring|ship)\b.{0,30}\bback\b|money.?back|change your mind/,
    statute: /\bwithdraw\w*|cooling.off/,
    otherDays:
      /process(ed|ing)?\b|\bissued?\b|\bappears?\b|\bcredited\b|reimburs|inspect|once we|after we|has reached us|reached us|approv|authori[sz]|\blabel (within|is valid|expires)|notify us|report|contact us (within|about)|\bgone by\b|warranty/,
    days: /(?:calendar |full |consecutive )?days?/,
    weeks: /weeks?/,
    months: /months?/,
    workingDays: /\b(working|business)[ -]days?/,
    one: /\b(?:one|a)/,
    delivered: /deliver|receipt|receiv|arriv/,
    fulfilled: /\bshipped|shipping date|shipment|dispatch|was sent|fulfil/,
    ordered: /purchas|\border(ed|ing)?\b|order date|\bbought\b|\bbuying\b/,
    refused:
      /(cannot|can't|can not|may not|not) (?:be )?(?:\w+ )?(return|refund|accept|eligible|exchang|take)|non-?(returnable|refundable)|(are|is) (all |always )?final|final sale|no (returns|refunds)|stays? with you|exclu|exempt/,
    notAtAll:
      /all sales are final|no (returns|refunds) (or exchanges )?(are |will be )?(accepted|possible|given)|do not (accept|offer|take) (any )?(returns|refunds)\s*(\.|!|$|and|or)/,
    restocking: /restock|handling fee|processing fee/,
    returnShipping:
      /return (shipping|postage|label|delivery|fee|parcel|cost)|(shipping|postage|cost)s? (for|of) (the |your |a )?return|returns? (is|are) free|free returns?|cost of (sending|returning|shipping)|way back|\bpostage\b|(shipping|postage) back|return at your own/,
    free: /\bfree\b|no (cost|charge)|at our (cost|expense)|prepaid/,
    fault: /damag|faulty|defect|broken|wrong|incorrect|our (mistake|error|fault)|not as described/,
    shopPays: /\bwe('ll| will)? (will )?(\w+ )?(pay|cover|bear|refund)|at our (cost|expense)|\bfree\b|no (cost|charge|fee)|prepaid/,
    shopperPays:
      /\b(you|customers?|buyers?)\b.{0,40}(pay|cover|bear|responsible)|at your (own )?(cost|expense)|your own (cost|expense)|(deduct|subtract|charge|cost)/,
    credit: /store credit|gift card|voucher|credit note/,
    exchange: /exchang|swap/,
    only: /\bonly\b|exclusively/,
    not: /\b(not|no|cannot|can't|don't|unable|neither)\b/,
    photos: /\b(photo|picture|image)\w*/,
    holiday: /holiday|christmas|black friday|november|december|january/,
  },
  de: {
    returns:
      /ruckgab|ruckgeb|zuruckgeb|zuruckgegeben|ruckgabe|retour|retoure|zuruck(zu)?s(end|chick)|zuruckgesandt|zuruckgeschickt|zurucknehm|umtausch|geld.zuruck|ruckversand|rucksend/,
    statute: /widerruf|widerrufen/,
    otherDays:
      /erstatt(et|en|ung erfolgt)|gutgeschrieben|bearbeit|uberwiesen|werktag|arbeitstag|unterricht|freigab|genehmig|gepruft|sobald wir|nachdem wir|meld|zuruckzuzahlen|zuruckzahl|gewahrleist|garantie/,
    days: /(?:kalender)?tag(?:e|en|es)?/,
    weeks: /woche[n]?/,
    months: /monat(?:e|en|s)?/,
    workingDays: /(werk|arbeits)tag/,
    one: /\b(?:ein|eine|einen|eines|einem|einer)/,
    delivered: /erhalt|erhalten|liefer|zustell|ankunft|empfang|eingang der ware|besitz|ankomm|angekommen/,
    fulfilled: /versand|verschick|versend|absend/,
    ordered: /bestell|kauf|gekauft/,
    refused:
      /nicht (\w+ )?(zuruck|retour|umgetauscht|umtausch|erstatt|ruckgab)|vo[mn] (der |dem |einer )?(ruckgabe|umtausch|retoure)\w* (\w+ )?ausgeschloss|ausgeschloss|ausgenommen|keine (ruckgabe|retoure|erstattung)|(ruckgabe|umtausch|retoure) (ist )?(nicht moglich|ausgeschlossen)/,
    notAtAll: /(nehmen|akzeptieren) (\w+ )?keine (retouren|ruckgaben|rucksendungen)|keine ruckgabe moglich/,
    restocking: /wiedereinlager|bearbeitungsgebuhr|einlagerungsgebuhr|bearbeitungspauschale/,
    returnShipping:
      /(ruckversand|rucksende|rucksendung|retouren?|ruckporto|ruckgabe)\w*(kosten|gebuhr|porto|pauschale|label|etikett)?|kosten der rucksendung/,
    free: /kostenlos|kostenfrei|gratis|umsonst|ohne kosten|auf unsere kosten/,
    fault: /beschadig|defekt|mangel|fehlerhaft|kaputt|falsch|unser fehler/,
    shopPays:
      /wir (\w+ ){0,6}(ubernehmen|tragen|zahlen|bezahlen|erstatten)|(ubernehmen|tragen|zahlen|bezahlen) wir|kostenlos|kostenfrei|gratis|auf unsere kosten/,
    shopperPays:
      /\b(du|sie|ihr|kunde|kunden|kaufer)\b.{0,60}(tragst|tragt|tragen|zahlst|zahlt|zahlen|ubernimmst|ubernimmt|bezahlst)|(tragst|tragen|zahlst|zahlen|tragt|ubernimmst) (du|sie|der kunde|der kaufer)|auf (deine|eigene|ihre) kosten|betrag(t|en)|kostet|kosten \d|berechnen|abgezogen|ziehen wir/,
    credit: /gutschein|guthaben|gutschrift als gutschein|shopguthaben/,
    exchange: /umtausch|umtauschen|umgetauscht|tauschen|austausch/,
    only: /\b(nur|ausschliesslich|lediglich)\b/,
    not: /\b(nicht|kein|keine|keinen|weder)\b/,
    photos: /\b(foto|fotos|bild|bilder|bildern)\b/,
    holiday: /weihnacht|feiertag|black friday|november|dezember|januar/,
  },
  fr: {
    returns: /\bretour|renvoy|renvoi|rendre|rapporter|satisfait ou rembours|changer d'avis/,
    statute: /retractation|retracter/,
    otherDays:
      /rembourse(r|ment)s? (\w+ )?(sera|seront|est effectu|sont effectu|intervient|vous)|sera (credite|rembourse|traite)|jours ouvr|apres (la )?reception (de votre|du) (retour|colis retour)|des (que nous|reception de votre retour)|signal|traite|approuv|valid(ation|e)|garantie/,
    days: /jours?(?: calendaires)?/,
    weeks: /semaines?/,
    months: /mois/,
    workingDays: /jours? ouvr/,
    one: /\b(?:un|une)/,
    delivered: /livraison|livre|reception|recu|recevoir|arrivee/,
    fulfilled: /expedition|expedie|envoi\b|date d'envoi/,
    ordered: /achat|achete|commande/,
    refused:
      /(ne (peuvent|peut|sont|est|seront|sera)|n'(est|etes)).{0,10}(pas|ni|plus|jamais).{0,40}(retour|echang|rembours|repris|renvoy)|ne pouvons (pas|ni) (\w+ )?(accepter|reprendre|echanger|rembourser)|ni (repris|retourn|echang)|non (retournable|remboursable)|exclu|aucun retour|definitive/,
    notAtAll:
      /(nous )?n'acceptons (pas|aucun) (de |les )?retours?\s*(\.|!|$)|aucun retour n'est (accepte|possible)|ventes? (sont )?(fermes et )?definitives?/,
    restocking: /restockage|remise en stock|frais de (traitement|dossier|gestion)/,
    returnShipping:
      /(frais|cout|port|etiquette|envoi)s? (de |du |d'expedition de |pour le )*retour|retours? (est|sont) (gratuit|offert|a (votre|la) charge|a nos frais)|retours? gratuit|frais de renvoi|frais d'envoi|frais de port/,
    free: /gratuit|offert|sans frais|a nos frais|prise? en charge par nos soins/,
    fault: /endommag|defectu|abime|casse|defaut|mauvais article|errone|notre erreur|non conforme/,
    shopPays: /nous (\w+ ){0,3}(prenons|payons|couvrons|remboursons)|a nos frais|a notre charge|gratuit|offert/,
    shopperPays:
      /a (votre|vos) (charge|frais)|a la charge (du|de la) client|(client|vous) .{0,30}(payez|paie|supporte|prend)|deduit|deduir|s'elevent|coute|facture/,
    credit: /\bavoir\b|bon d'achat|carte cadeau|credit boutique/,
    exchange: /echang/,
    only: /\b(uniquement|seulement|exclusivement)\b/,
    not: /\b(pas|aucun|aucune|ni|non)\b/,
    photos: /\b(photo|photos|image|images)\b/,
    holiday: /noel|fetes|black friday|novembre|decembre|janvier/,
  },
  es: {
    returns: /devol(v|u)|devuel|retorn|cambiar de opinion|satisfaccion garantizada/,
    statute: /desistimiento|desistir/,
    otherDays:
      /reembolso (\w+ )?(se|sera|tarda|aparec)|reembolsaremos|se (procesa|abona|emite)|dias (habiles|laborables)|una vez (que )?(recib|aprob)|inspecc|notific|comunica|informar|aprob|garantia|avis(ar|e|a)nos/,
    days: /dias?(?: naturales)?/,
    weeks: /semanas?/,
    months: /mes(?:es)?/,
    workingDays: /dias? (habiles|laborables)/,
    one: /\b(?:un|una)/,
    delivered: /entrega|recepcion|recib|llegada|haber recibido/,
    fulfilled: /fecha de envio|desde el envio|del envio|enviad|despach|expedicion/,
    ordered: /compra|pedido/,
    refused:
      /no (se )?(\w+ ){0,2}(devol|devuel|cambi|acept|admit|reembols|retorn)|no (son|es) (\w+ )?(retornable|reembolsable)|excluid|venta final|sin devolucion/,
    notAtAll:
      /no (se )?(aceptamos|aceptan|admitimos|admiten|hacemos) devoluciones\s*(\.|!|$|ni)|todas las ventas son (finales|definitivas)/,
    restocking: /reposicion|reabastec|reacondicion|gastos de (gestion|tramitacion)|cargo por (reposicion|gestion)/,
    returnShipping:
      /(gastos?|costes?|costos?|envio|etiqueta|portes?) (de |del |de envio de |de envio de la |por )*(la )?devolucion|devoluci(on|ones) (es|son|gratis|gratuita)|envio de vuelta|devoluciones gratuitas|gastos de envio|costes de envio/,
    free: /gratis|gratuit|sin (coste|costo|cargo)|a nuestro cargo/,
    fault: /danad|defect|roto|rota|averiad|equivocad|erron|nuestro error|incorrect/,
    shopPays: /(asumimos|pagamos|cubrimos|corremos)|a nuestro cargo|corren de nuestra cuenta|por nuestra cuenta|gratis|gratuit/,
    shopperPays:
      /(corren|corre|son|es|van|va) (a|por) (tu |su |la )?(cargo|cuenta)|por (tu|su|cuenta del) (cuenta|cliente|comprador)|a (tu|su) cargo|(cliente|comprador).{0,30}(paga|asum|cubr)|descont|deduc|cuesta|costo es|coste es/,
    credit: /credito (en|de) (la )?tienda|vale|tarjeta regalo|tarjeta de regalo|saldo/,
    exchange: /cambio|cambiar|cambiarl/,
    only: /\b(solo|solamente|unicamente|exclusivamente)\b/,
    not: /\b(no|ni|ningun|ninguna|sin)\b/,
    photos: /\b(foto|fotos|fotografia|fotografias|imagen|imagenes)\b/,
    holiday: /navidad|black friday|noviembre|diciembre|enero|fiestas/,
  },
  it: {
    returns: /\bres[oi]\b|restitu|rendere|rimandare|rispedi|cambiato idea|soddisfatti o rimborsati/,
    statute: /recesso|recedere/,
    otherDays:
      /rimborso (\w+ )?(sara|verra|viene|avverra|e effettuato)|rimborseremo|accredit|elabor|giorni lavorativi|una volta (ricevut|approv)|dopo aver ricevuto il reso|ispezion|segnal|comunic|approv|autorizz|garanzia/,
    days: /giorn[oi](?: di calendario)?/,
    weeks: /settiman[ae]/,
    months: /mes[ei]/,
    workingDays: /giorni lavorativi/,
    one: /\b(?:un|una)/,
    delivered: /consegna|ricezione|ricevimento|ricevut|ricevere|arrivo/,
    fulfilled: /data di spedizione|dalla spedizione|sped(ito|izione)$|invio/,
    ordered: /acquist|ordine|compra/,
    refused: /non (\w+ ){0,3}(re[sn]|restitu|cambi|rimbors|accett|sostitu)\w*|non rimborsabil|esclus|vendita finale|nessun reso/,
    notAtAll: /non (si )?(accettiamo|accettano|effettuiamo) resi\s*(\.|!|$|o)|tutte le vendite sono (finali|definitive)/,
    restocking: /restocking|rifornimento|riassortimento|rimessa a magazzino|ristocc|spese di (gestione|lavorazione)/,
    returnShipping:
      /(spese|costi|costo|etichetta|spedizione) (\w+ )?(di |del |per il |della |di spedizione del |di spedizione per il )*(reso|restituzione)|res[oi] (e|sono|gratuit)|resi gratuiti|spese di spedizione|spedizione di ritorno/,
    free: /gratis|gratuit|senza (costi|spese)|a nostro carico|a nostre spese/,
    fault: /danneggiat|difettos|rott[oi]|sbagliat|errat|nostro errore/,
    shopPays: /(sosteniamo|paghiamo|copriamo|ci facciamo carico|rimborsiamo)|a nostro carico|a nostre spese|gratis|gratuit/,
    shopperPays:
      /a (tuo|suo|vostro|carico del|carico dell) ?(carico|cliente|acquirente|')|a carico del(l'acquirente| cliente)|(cliente|acquirente).{0,30}(paga|sosten)|detratt|dedott|trattenut|costa|ammontano/,
    credit: /buono|credito (in|del) negozio|carta regalo|gift card|store credit/,
    exchange: /cambi[oa]?\b|cambiare|sostituzione|sostituir/,
    only: /\b(solo|soltanto|unicamente|esclusivamente)\b/,
    not: /\b(non|ne|nessun|nessuna|senza)\b/,
    photos: /\b(foto|fotografia|fotografie|immagine|immagini)\b/,
    holiday: /natale|feste|black friday|novembre|dicembre|gennaio/,
  },
  nl: {
    returns:
      /retour|terugstur|teruggestuurd|terugbreng|terug te sturen|terugzend|teruggeven|\bstuur\b.{0,40}\bterug\b|niet goed,? geld terug/,
    statute: /herroep|bedenktijd|bedenktermijn/,
    otherDays:
      /terugbetal(ing|en) (\w+ )?(binnen|wordt|duurt|vindt)|wordt (verwerkt|terugbetaald|terugge?stort)|terugbetaald|teruggestort|werkdagen|zodra wij|nadat wij|zodra we|nadat we|goedgekeurd|goedkeur|meld|garantie|gecontroleerd/,
    days: /(?:kalender)?dag(?:en)?/,
    weeks: /we(?:ek|ken)/,
    months: /maand(?:en)?/,
    workingDays: /werkdag/,
    one: /\b(?:een)/,
    delivered: /ontvangst|ontvang|levering|bezorg|geleverd|aankomst/,
    fulfilled: /verzend(ing|datum)|verzonden|verstuur/,
    ordered: /aankoop|bestel|gekocht|koop/,
    refused:
      /(niet|kan niet|kunnen niet) (\w+ )?(worden )?(gere?tourneerd|retour|teruggestuurd|geruild|terugge|omgeruild)|uitgesloten|geen (retour|ruil|teruggave)|uitverkoop is definitief|definitief/,
    notAtAll: /(accepteren|nemen) (wij |we )?geen retour\w*|alle verkopen zijn definitief/,
    restocking: /herbevoorrad|administratiekosten|restocking|heropslag|behandelingskosten|verwerkingskosten/,
    returnShipping:
      /(retour|terugstuur|terugzend)\w*(kosten|label|zending)|kosten (van|voor) (het )?(retour|terug)\w*|verzendkosten|retour(neren|zenden|en)? (is|zijn) gratis|gratis retour/,
    free: /gratis|kosteloos|zonder kosten|op onze kosten/,
    fault: /beschadigd|defect|kapot|gebrek|verkeerd|onze fout|fout artikel/,
    shopPays:
      /(wij|we) (\w+ ){0,6}(betalen|vergoeden|dragen)|(betalen|vergoeden|dragen) (wij|we)|op onze kosten|voor onze rekening|gratis|kosteloos/,
    shopperPays:
      /voor (jouw|je|uw|eigen|rekening van) (eigen )?(rekening|de klant|de koper)|op (eigen|jouw|uw) kosten|(klant|koper|je|u) .{0,20}(betaalt|draagt)|(betaal|draag) (je|jij|u)|ingehouden|in mindering|bedragen|kost\b|kosten \S{0,2}\s?\d|brengen wij/,
    credit: /tegoed|waardebon|cadeaubon|cadeaukaart|kortingsbon/,
    exchange: /ruil|omruil|geruild/,
    only: /\b(alleen|uitsluitend|enkel|slechts)\b/,
    not: /\b(niet|geen|noch)\b/,
    photos: /(\bfoto|\bafbeelding)\w*/,
    holiday: /kerst|feestdag|black friday|november|december|januari/,
  },
  pt: {
    returns: /devol(v|u)|retornar|trocar|troca\b|arrependimento|satisfacao garantida/,
    statute: /arrependimento/,
    otherDays:
      /reembolso (\w+ )?(sera|e feito|ocorre|aparec|leva)|reembolsaremos|estorn|creditad|process|dias uteis|apos (recebermos|a aprovacao|o recebimento da devolucao)|assim que (recebermos|receber)|inspec|aprov|avis|comunic|informar|garantia|notific/,
    days: /dias?(?: corridos)?/,
    weeks: /semanas?/,
    months: /mes(?:es)?/,
    workingDays: /dias? uteis/,
    one: /\b(?:um|uma)/,
    delivered: /entrega|recebimento|receb|chegada/,
    fulfilled: /data (de|do) envio|apos o envio|do envio|despach|postagem do pedido/,
    ordered: /compra|pedido/,
    refused:
      /nao (\w+ ){0,3}(devol|troc|reembols|aceit|retorn)\w*|nao sao (\w+ )?(reembolsave|devolvive)|exclui|venda final|sem devolucao|nao tem (troca|devolucao)/,
    notAtAll: /nao (aceitamos|fazemos) (trocas (e|ou|nem) )?devolucoes\s*(\.|!|$)|todas as vendas sao (finais|definitivas)/,
    restocking: /reposicao|reestoque|restocagem|taxa de (processamento|manuseio|reposicao)/,
    returnShipping:
      /(frete|custo|envio|etiqueta|postagem|despesa)s? (\w+ )?(de |da |do |para a |para |pela )*(a )?(devolucao|devolver|retorno)|devolucoes? (e|sao|gratuit|gratis)|frete reverso|logistica reversa|frete de volta/,
    free: /gratis|gratuit|sem (custo|custos|cobranca)|por nossa conta/,
    fault: /danificad|defeito|defeituos|quebrad|avariad|errad|nosso erro/,
    shopPays: /(pagamos|cobrimos|arcamos|assumimos)|por nossa conta|gratis|gratuit/,
    shopperPays:
      /por (sua|conta do) (conta|cliente|comprador)|(cliente|comprador|voce).{0,30}(paga|arca|responsavel)|a cargo do|descontad|deduzid|custa|cobrad|cobramos|desconta/,
    credit: /credito (na|da|em) loja|vale|cartao presente|vale-presente|cupom/,
    exchange: /troca|trocar/,
    only: /\b(so|somente|apenas|exclusivamente)\b/,
    not: /\b(nao|nem|nenhum|nenhuma|sem)\b/,
    photos: /\b(foto|fotos|fotografia|fotografias|imagem|imagens)\b/,
    holiday: /natal|black friday|novembro|dezembro|janeiro|festas/,
  },
};

/** Numbers of days as texts write them out. */
export const numberWords: Record<Language, Record<string, number>> = {
  en: {
    seven: 7,
    ten: 10,
    fourteen: 14,
    fifteen: 15,
    twenty: 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    thirty: 30,
    "forty-five": 45,
    sixty: 60,
    ninety: 90,
    two: 2,
    three: 3,
    four: 4,
    six: 6,
    eight: 8,
  },
  de: {
    sieben: 7,
    zehn: 10,
    vierzehn: 14,
    zwanzig: 20,
    einundzwanzig: 21,
    achtundzwanzig: 28,
    dreissig: 30,
    sechzig: 60,
    neunzig: 90,
    hundert: 100,
    zwei: 2,
    drei: 3,
    vier: 4,
    sechs: 6,
    acht: 8,
  },
  fr: {
    sept: 7,
    dix: 10,
    quatorze: 14,
    quinze: 15,
    vingt: 20,
    trente: 30,
    soixante: 60,
    "quatre-vingt-dix": 90,
    cent: 100,
    deux: 2,
    trois: 3,
    quatre: 4,
    six: 6,
    huit: 8,
  },
  es: {
    siete: 7,
    diez: 10,
    catorce: 14,
    quince: 15,
    veinte: 20,
    treinta: 30,
    sesenta: 60,
    noventa: 90,
    cien: 100,
    dos: 2,
    tres: 3,
    cuatro: 4,
    seis: 6,
    ocho: 8,
  },
  it: {
    sette: 7,
    dieci: 10,
    quattordici: 14,
    quindici: 15,
    venti: 20,
    ventotto: 28,
    trenta: 30,
    sessanta: 60,
    novanta: 90,
    cento: 100,
    due: 2,
    tre: 3,
    quattro: 4,
    sei: 6,
    otto: 8,
  },
  nl: {
    zeven: 7,
    tien: 10,
    veertien: 14,
    vijftien: 15,
    twintig: 20,
    achtentwintig: 28,
    dertig: 30,
    zestig: 60,
    negentig: 90,
    honderd: 100,
    twee: 2,
    drie: 3,
    vier: 4,
    zes: 6,
    acht: 8,
  },
  pt: {
    sete: 7,
    dez: 10,
    quatorze: 14,
    catorze: 14,
    quinze: 15,
    vinte: 20,
    trinta: 30,
    sessenta: 60,
    noventa: 90,
    cem: 100,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    seis: 6,
    oito: 8,
  },
};

/** Goods that shops do not take back, by the tag that stands for them; one list for all languages, since shops mix them. */
export const finalKinds: Record<string, RegExp> = {
  sale: /\b(sale|clearance|discounted|reduced|outlet) (items?|products?|goods|articles?|merchandise)|items? (on sale|bought in the sale)|\bsale items|reduziert|sale-artikel|sonderangebot|articles? (soldes?|en solde|en promotion|soldes)|\bsoldes?\b|rebaja|en oferta|articoli in (saldo|sconto|offerta)|\bsaldo\b|scontat|afgeprijs|uitverkoop|sale-?artikelen|em promocao|promocion(al|ais)|liquidac/,
  "final-sale": /final[- ]sale|venta final|venda final|vendita finale/,
  "gift-card":
    /gift (cards?|vouchers?)|geschenkgutschein|geschenkkarte|cartes?[ -]cadeaux?|tarjetas? (de )?regalo|(carte|buoni|carta) regalo|cadeau(bon|kaart)|vale-presente|cart(ao|oes)[ -]presente/,
  underwear: /underwear|lingerie|unterwasche|sous-vetement|ropa interior|intimo|ondergoed|roupas? intima/,
  swimwear:
    /swim(wear|suit)|bademode|badebekleidung|maillots? de bain|banador|trajes? de bano|costumi da bagno|badkleding|badmode|moda praia|roupas? de banho/,
  personalised:
    /personali[sz]ed|custom(-| )?made|made to order|customi[sz]ed|personalisiert|massanfertig|personnalis|personalizad|personalizzat|gepersonaliseerd|maatwerk|sob medida/,
  earrings: /earring|pierced jewel|ohrring|boucles? d'oreilles?|pendientes|orecchini|oorbel|brinco/,
};
