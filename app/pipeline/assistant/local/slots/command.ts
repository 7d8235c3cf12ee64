import type { Slots } from "#app/pipeline/assistant/model.ts";
import { isPhrase } from "./clauses.ts";

const phrases: Record<NonNullable<Slots["command"]>, string> = {
  back: `back | go back | step back | one step back | go back a step | previous | previous step | undo | take me back | back one step
zuruck | geh zuruck | einen schritt zuruck | ein schritt zuruck | schritt zuruck | nochmal zuruck | eins zuruck | vorheriger schritt
en arriere | retour en arriere | revenir | revenir en arriere | etape precedente | une etape en arriere | precedent
atras | volver | volver atras | ir atras | paso atras | un paso atras | paso anterior | regresar
voltar | voltar atras | para tras | passo anterior | um passo atras | volta
indietro | torna indietro | un passo indietro | passo precedente | tornare indietro
terug | ga terug | stap terug | een stap terug | vorige | vorige stap`,
  "start-over": `start over | start again | restart | from the beginning | begin again | lets start over | let s start over | start from scratch | reset | all over again | i want to start over | can we start over
von vorne | von vorn | nochmal von vorne | noch mal von vorne | noch einmal von vorne | neu anfangen | neu starten | von neuem | nochmal anfangen | alles nochmal von vorne | neustart
recommencer | on recommence | recommence | repartir de zero | depuis le debut | reprendre du debut
empezar de nuevo | empezar otra vez | de nuevo desde el principio | desde el principio | volver a empezar | empecemos de nuevo | reiniciar
comecar de novo | recomecar | do inicio | comecar do zero | desde o inicio | vamos recomecar
ricominciare | ricominciamo | da capo | dall inizio | ricomincia | ricomincia da capo | iniziare da capo
opnieuw | opnieuw beginnen | begin opnieuw | van voren af aan | helemaal opnieuw | overnieuw`,
  stop: `stop | stop it | stop that | forget it | forget about it | never mind | nevermind | nvm | leave it | drop it | quit | exit | cancel | abort | no stop | stop forget it | dont bother
abbrechen | abbruch | vergiss es | vergiss das | egal | lass mal | lass es | lass gut sein | schon gut | hor auf | stopp | doch nicht | aufhoren | ich lass es
laisse tomber | laissez tomber | oublie | oubliez | oublie ca | arrete | arretez | tant pis | on arrete | j arrete
dejalo | dejelo | olvidalo | olvidelo | para | da igual | dejalo estar | no importa | basta
deixa | deixa estar | deixa para la | esquece | esqueca | pare | para com isso | deixa pra la
lascia perdere | lascia stare | lasciamo perdere | fermati | ferma | non importa | dimentica | smetti
laat maar | vergeet het | hou op | maakt niet uit | laat maar zitten | ophouden`,
};

const sets = (Object.keys(phrases) as (keyof typeof phrases)[]).map((command) => ({
  command,
  phrases: new Set(phrases[command].split(/[|\n]/).map((phrase) => phrase.trim())),
}));

/** An order to the conversation itself: a step back, from the start, or no further. Only as the whole message. */
export function parseCommand(text: string): Slots["command"] {
  return sets.find((set) => isPhrase(text, set.phrases))?.command;
}
