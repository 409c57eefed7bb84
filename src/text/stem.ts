/**
 * Words made comparable: a light suffix stripper for English, and the words that carry no content.
 * Stems are for comparing only and are never shown.
 */

const cache = new Map<string, string>();

/**
 * The stem of one word: lower case, without diacritics, possessive and the common endings.
 * `meeting`, `meets`, `met` share no rule for `met`: irregular forms come from a small table.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const made = strip(plain(word));
  if (cache.size < 50_000) cache.set(word, made);
  return made;
}

/** The stem of a word, and whether it is one of the words that every text is full of: both at the price of one. */
export function stemAndStop(word: string): { readonly stem: string; readonly stop: boolean } {
  const own = plain(word);
  return { stem: strip(own), stop: stopWords.has(own) };
}

/** Lower case, straight apostrophes, no diacritics, no possessive, no full stops of abbreviations. */
export function plain(word: string): string {
  let text = word.toLowerCase();
  if (/[^a-z0-9]/.test(text)) {
    text = text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[’‘]/g, "'")
      .replace(/'s?$/, '')
      .replace(/^'+/, '');
    if (/^\p{L}(?:\.\p{L})+\.?$/u.test(text)) text = text.replaceAll('.', '');
  }
  return text;
}

/** The base form of an irregular word in lower case ("met" -> "meet"); undefined for regular ones. */
export function baseForm(word: string): string | undefined {
  return irregularForms.get(word);
}

/** How an irregular word is written, by its stem ("say" -> "say", "said"); none for regular ones. */
export function formsOf(stem: string): readonly string[] {
  return formsByStem.get(stem) ?? [];
}

/** True for articles, pronouns, auxiliaries, prepositions and other words that every text is full of. */
export function isStopWord(word: string): boolean {
  return stopWords.has(plain(word));
}

/** Most words have few of the endings: the last letter says which patterns are worth trying. */
function strip(word: string): string {
  const irregular = irregularForms.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || /\d/.test(word)) return word;
  let text = plural(word);
  if (text.endsWith('ization') || text.endsWith('isation')) text = text.replace(/(?<=..[a-z])i[sz]ation$/, 'ise');
  if (text.endsWith('ise') || text.endsWith('ize')) text = text.replace(/(?<=..)i[sz]e$/, 'is');
  if (text.endsWith('ly'))
    text = text.replace(/(?<=...)(?:ically|fully|lessly)$/, found => (found === 'ically' ? 'ic' : found.slice(0, 4)));
  if (text.endsWith('ed')) text = withoutPast(text);
  if (text.endsWith('ing') && /[aeiouy]/.test(text.slice(0, -3)) && text.length > 5) text = undouble(text.slice(0, -3));
  if (text.endsWith('ion')) text = text.replace(/(?<=....)(?:ation|ition)$/, '').replace(/(?<=...[st])ion$/, '');
  if (text.endsWith('ment')) text = text.replace(/(?<=....)ment$/, '');
  if (text.endsWith('ness')) text = text.replace(/(?<=....)ness$/, '');
  if (text.endsWith('ly')) text = text.replace(/(?<=....)ly$/, '');
  if (text.endsWith('y') && text.length > 3 && !/[aeiou]y$/.test(text)) text = `${text.slice(0, -1)}i`;
  if (text.endsWith('e') && text.length > 3) text = text.slice(0, -1);
  return text;
}

function withoutPast(text: string): string {
  const base = text.slice(0, -2);
  if (base.length > 3 && base.endsWith('i')) return `${base.slice(0, -1)}y`;
  return text.length > 4 && !base.endsWith('e') && /[aeiouy]/.test(base) ? undouble(base) : text;
}

function plural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (!word.endsWith('s')) return word;
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word) && word.length > 4) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

function undouble(text: string): string {
  return /([bdfgmnprt])\1$/.test(text) ? text.slice(0, -1) : text;
}

const irregularForms = new Map<string, string>(
  `say said|tell told|meet met|go went gone|see saw seen|give gave given|take took taken|make made|come came|find found
|get got gotten|hold held|lead led|leave left|lose lost|win won|pay paid|send sent|speak spoke spoken|spend spent
|stand stood|think thought|begin began begun|bring brought|build built|buy bought|catch caught|choose chose chosen
|deal dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|fly flew flown
|forget forgot forgotten|grow grew grown|hear heard|hide hid hidden|keep kept|know knew known|lie lay lain|mean meant
|ride rode ridden|rise rose risen|run ran|sell sold|shake shook shaken|shoot shot|show shown|sing sang sung|sink sank sunk
|sit sat|sleep slept|steal stole stolen|strike struck|swear swore sworn|swim swam swum|teach taught|tear tore torn
|throw threw thrown|understand understood|wake woke woken|wear wore worn|write wrote written|break broke broken
|become became|die died dies dying|man men|woman women|child children|person people|foot feet|tooth teeth|life lives
|wife wives|half halves|crisis crises|analysis analyses|kill killed|bear bore born`
    .split('|')
    .flatMap(line => {
      const forms = line.trim().split(/\s+/);
      const base = forms[0] ?? '';
      return forms.map(form => [form, base] as const);
    }),
);

const formsByStem = new Map<string, string[]>();
for (const [form, base] of irregularForms) formsByStem.set(base, [...(formsByStem.get(base) ?? []), form]);

const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every either neither such same other another all both
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
they them their theirs themselves who whom whose which what where when why how
is am are was were be been being do does did doing done have has had having will would shall should can could may might must
ought need isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't
i'm i've i'll i'd you're you've we're we've they're they've he's she's it's that's there's who's
and or but nor so yet if then than because while although though unless until since as
of at by for with about against between into through during before after above below to from up down in out on off over under
again further once here there now just only own very too also not no n't s t per via amid among upon within without toward towards
across around along behind beside besides beyond near onto like`.split(/\s+/),
);
