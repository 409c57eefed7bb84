import type { Span } from '../model.ts';
import { foldKey } from '../text/fold.ts';
import type { Recent } from '../text/recent.ts';
import { genderOf, isGivenName, type Pronoun, titledIn } from './gender.ts';
import { adverbs, notNames, titles } from './wordLists.ts';

/** The people a text names, to tell whom a surname or a pronoun stands for. */
export type People = {
  /** The fullest name of the person in the text; the name itself when it could be several people's. */
  fullest(name: string): string;
  /** The people whom some words name, by full names or by surnames that the text gives in full elsewhere. */
  namedIn(words: string): readonly string[];
  /** Which pronoun a person takes, if a first name or a title tells. */
  pronounOf(name: string): Pronoun | undefined;
  /** Whether words before a colon are surely somebody's name: first name and surname, behind a title, or named elsewhere. */
  isPerson(name: string, titled: boolean): boolean;
};

const fullName =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\.)?(?: (?:de|del|della|di|da|la|le|van|von|der|den|bin|al|el|ibn))*(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2}/gu;

/** Capitalised words that stand before a name and are no first name. */
function isFirstName(word: string): boolean {
  const lower = foldKey(word).replace(/\.$/, '');
  return (
    !titles.has(lower) && !notNames.has(lower) && !adverbs.has(lower) && !others.has(lower) && !organisations.has(lower)
  );
}

const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]+/gu;
const possessive = /[’']s?$/u;

const others = new Set(
  `republican democratic democrat conservative liberal labour labor green new north south east west united white supreme national
  american british french german russian ukrainian european us u.s fox news nbc abc cbs cnn gop kremlin
  der die das den dem des ein eine einen einem einer eines mein meine sein seine ihr ihre unser unsere dieser diese dieses im am zum
  zur beim nach vor bei mit für von aus auf le la les un une des el los las una lo gli selon
  segun laut enligt ifølge według zdaniem anwohner anwohnerin`.split(/\s+/),
);

/** Stand before a colon and a quotation that are an example, an exercise or a note; never a name, or part of one. */
const labels = new Set(
  `point points question questions answer answers note notes quote quotes quotation citation thought thoughts example examples
  theme themes idea ideas takeaway takeaways lesson lessons finding findings message messages summary fact facts source sources
  headline title section chapter update correction definition objective objectives goal goals task tasks activity standard standards
  step option rule theory claim statement slogan motto caption warning tip hint conclusion background context result results report
  key line word words text passage article verse reading discussion topic subject prompt response instruction instructions exhibit
  table figure appendix zitat zitate frage fragen antwort hinweis notiz beispiel aufgabe quelle titel satz these thema aussage fazit
  ergebnis motto meldung wort worte text nachtrag anmerkung merksatz überschrift citation exemple réponse remarque titre cita ejemplo
  pregunta respuesta nota citazione esempio`
    .split(/\s+/)
    .map(word => foldKey(word)),
);

/** In the names of bodies and places, not of people. */
const organisations = new Set(
  `radio television tv news times post herald tribune journal university college school institute academy council committee
  commission department ministry office agency bureau bank group company corporation court house senate congress parliament party
  union association society federation league foundation trust hospital museum street road avenue airport station county city
  kingdom republic states rovers united wanderers athletic albion fc club center centre service authority board fund international
  government administration campaign police force army navy guard conference`.split(/\s+/),
);

/** Surname, as `foldKey` gives it, and full name of each person named in a stretch of text, in its order. */
export type NamesIn = readonly (readonly [surname: string, full: string])[];

/** Reads the people named in the paragraphs of a text, on the first question; `known` keeps what a paragraph says. */
export function peopleOf(text: string, paragraphs: readonly Span[], known: Recent<NamesIn>): People {
  let bySurname: Map<string, Map<string, number>> | undefined;
  const fullNames = new Map<string, string>();
  let titledNames: ReturnType<typeof titledIn> | undefined;
  let spoken: ReadonlySet<string> | undefined;
  const named = (surname: string): ReadonlyMap<string, number> | undefined => {
    bySurname ??= surnames(
      paragraphs.map(({ start, end }) => text.slice(start, end)).map(own => known(own, () => namesIn(own))),
    );
    return bySurname.get(foldKey(surname));
  };
  const fullest = (name: string): string => fullestOf(name, named(name));
  return {
    fullest(name) {
      if (/\s/.test(name)) return name;
      const full = fullNames.get(name) ?? fullest(name);
      fullNames.set(name, full);
      return full;
    },
    namedIn(words) {
      const names = (words.match(capitalised) ?? []).filter(word => named(word.replace(possessive, '')));
      return [...new Set(names.map(word => fullest(word.replace(possessive, ''))))];
    },
    pronounOf(name) {
      titledNames ??= titledIn(text);
      return genderOf(name, titledNames);
    },
    isPerson(name, titled) {
      const words = name.split(' ').filter(Boolean);
      if (words.length === 0 || words.some(word => labels.has(foldKey(word)))) return false;
      if (titled || words.length > 1) return words.length === 1 || isFirstName(words[0] ?? '');
      if (named(name)) return true;
      spoken ??= namedInside(text);
      return spoken.has(name);
    },
  };
}

/** The name that the text gives most often in full; the name itself when there are several people of that surname. */
function fullestOf(name: string, full: ReadonlyMap<string, number> | undefined): string {
  if (!full) return name;
  const firsts = new Set([...full.keys()].map(one => foldKey(one.split(' ')[0] ?? '')));
  if (firsts.size !== 1) return name;
  return [...full].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? name;
}

/** Big words inside an English sentence, beside a word that nouns in another language never stand behind: names. */
function namedInside(text: string): Set<string> {
  const pattern =
    /(?<![\p{L}\p{N}])(?:to|of|with|from|by|that|for|and|as|when|while|told|asked|said|says|but|if|judge|Judge|Mayor|Senator|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Rep\.|Gov\.) (\p{Lu}[\p{L}\p{M}’'-]+)|(\p{Lu}[\p{L}\p{M}’'-]+) (?:said|says|told|asked|added|wrote|replied|tweeted)(?![\p{L}])/gu;
  return new Set(
    [...text.matchAll(pattern)].map(([, behind, before]) => (behind ?? before ?? '').replace(/[’']s?$/u, '')),
  );
}

function surnames(paragraphs: readonly NamesIn[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const [surname, full] of paragraphs.flat()) {
    const known = found.get(surname) ?? new Map<string, number>();
    known.set(full, (known.get(full) ?? 0) + 1);
    found.set(surname, known);
  }
  return found;
}

/** The people that a stretch of text names with first name and surname. */
export function namesIn(text: string): NamesIn {
  const found: [string, string][] = [];
  for (const [raw] of text.matchAll(fullName)) {
    const words = raw.replace(/[’']s?$/u, '').split(' ');
    while (words.length > 1 && !isFirstName(words[0] ?? '')) words.shift();
    const last = words.at(-1);
    if (words.some(word => organisations.has(word.toLowerCase())) && !isGivenName(words[0] ?? '')) continue;
    if (words.length > 1 && last) found.push([foldKey(last), words.join(' ')]);
  }
  return found;
}
