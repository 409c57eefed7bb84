/**
 * What German, Dutch, French, Spanish, Italian, Portuguese, Polish and Scandinavian texts put beside a quotation; no word that
 * is English too.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const spoken = set(
  `sagte sagt sagten sagen erklärte erklärt betonte betont meinte meint schrieb schreibt fügte fügt antwortete antwortet fragte
  fragt warnte warnt forderte fordert kritisierte kritisiert berichtete berichtet behauptete behauptet ergänzte ergänzt erzählte
  erzählt rief ruft beklagte beklagt klagte klagt lobte lobt freute freut resümierte resümiert bilanzierte entgegnete entgegnet erwiderte erwidert konterte kontert
  scherzte scherzt räumte räumt kündigte twitterte versprach verspricht mahnte mahnt betonten erklärten
  zei zegt aldus vindt stelt benadrukt benadrukte waarschuwt lacht verklaarde verklaart schreef schrijft vertelde vertelt antwoordde vroeg
  déclare affirme explique dit ajoute écrit raconte précise souligne répond confie indique insiste résume rappelle regrette prévient assure soupire s’agace s'agace s’inquiète s'inquiète s’indigne s'indigne s’étonne s'étonne
  s’exclame s'exclame s’interroge s'interroge tempête plaisante glisse lâche estime avertit martèle dénonce déplore poursuit
  conclut reconnaît tranche sourit lance témoigne détaille commente juge réagit
  dijo dice afirmó afirma aseguró asegura declaró señaló señala explicó explica añadió añade agregó indicó indica sostuvo sostiene
  respondió responde preguntó escribió escribe advirtió advierte comentó contó insistió reconoció manifestó recordó subrayó bromeó bromea lamentó lamenta exclamó exclama matizó replicó replica zanjó ironizó denunció relató
  relata cuenta concluyó destacó destaca apuntó apunta
  disse ammette ricorda avverte commenta conclude risponde dichiarò dichiara spiega spiegò racconta scrive aggiunge afferma sottolinea
  afirmou declarou explicou acrescentou respondeu escreveu diz garantiu garante lembrou acusou
  powiedział powiedziała mówi mówił mówiła dodał dodała dodaje stwierdził stwierdziła twierdzi podkreślił podkreśliła podkreśla
  zaznaczył zaznaczyła zaznacza zapewnił zapewniła zapewnia przyznał przyznała przyznaje wyjaśnił wyjaśniła wyjaśnia zapytał zapytała
  pyta odpowiedział odpowiedziała odpowiada napisał napisała pisze ocenił oceniła ocenia poinformował poinformowała informuje tłumaczy
  tłumaczył tłumaczyła żartuje
  säger sade berättar berättade förklarar förklarade menar menade skriver skrev svarar svarade frågade tillade tillägger hävdar
  hävdade konstaterar konstaterade betonar betonade varnar varnade påpekar påpekade uppger uppgav
  sagde siger fortæller fortalte forklarer forklarede mener mente skriver svarede spurgte tilføjer tilføjede
  sier forteller forklarte svarte spurte skrev`,
);

const participles = set(
  `déclaré affirmé expliqué dit ajouté lancé écrit assuré indiqué précisé souligné répondu demandé confié estimé insisté raconté
  réagi martelé averti regretté lâché prévenu tweeté reconnu rappelé conclu ironisé dénoncé
  detto dichiarato spiegato aggiunto affermato scritto commentato raccontato
  dicho afirmado declarado asegurado señalado explicado añadido`,
);

const auxiliary = /^(?:a|ont|avait|ha|han|a-t-(?:il|elle)|ont-(?:ils|elles))$/;

/** How many words from `first` on make a word of saying in one of these languages: 0, 1 or 2. */
export function cueLengthAbroad(first: string, second: string | undefined): number {
  if (second !== undefined && auxiliary.test(first) && participles.has(second)) return 2;
  return spoken.has(first.replace(holdsPronoun, '')) ? 1 : 0;
}

/** `a-t-il ajouté`, `dit-elle`: the verb holds its pronoun. */
export const holdsPronoun = /(?:-t)?-(?:ils?|elles?)$/;

/** `selon`, `laut`: according to. */
export const accordingAbroad =
  /^(?:[Ss]elon|[Ll]aut|[Ss]egún|[Ss]econdo|[Ss]egundo|[Vv]olgens|[Ee]nligt|[Ii]følge|[Ww]edług|[Zz]daniem)$/;

/** Which English pronoun says the same; undefined for other words. */
export function pronounAbroad(word: string): 'he' | 'she' | undefined {
  if (/^(?:[Ee]r|[Ii]l|[Éé]l|[Ll]ui|[Hh]ij|han)$/.test(word)) return 'he';
  return /^(?:[Ss]ie|[Ee]lle|[Ee]lla|[Ll]ei|[Zz]ij|hon|hun)$/.test(word) ? 'she' : undefined;
}

/** Begin a phrase behind the speaker. */
export const prepositionsAbroad = set(
  `am im vor nach bei beim zu zum zur auf mit gegenüber gestern heute montag dienstag mittwoch donnerstag freitag
  devant à au aux dans lors depuis chez pour contre sur hier lundi mardi mercredi jeudi vendredi samedi dimanche
  ante durante desde ayer hoy por tras lunes martes miércoles jueves viernes
  davanti ieri oggi durante tegen tijdens op gisteren
  podczas przed wczoraj dziś dzisiaj till vid från efter inför under igår idag ved fra etter`,
);

/** `la maire de Caudebec`: behind a common noun these lead on to a place or a body, not to the rest of a name. */
export const ofAbroad = set('de du des del della di do da von der van d’une d’un');

/** `Verkehrsministerin`, `Sprecher`: an office, which German writes with a capital. */
export const officeAbroad =
  /(?:minister|abgeordneter?|präsident|kanzler|sprecher|chef|leiter|vorsitzender?|meister|direktor|trainer|forscher|anwalt|anwält|experte?|ökonom|kommissar|sekretär)(?:in|s)?$/i;
