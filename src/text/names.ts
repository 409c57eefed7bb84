/** Names of people, places and organisations, by their capitals: no lists of names, so any language's names will do. */
import type { Span } from '../model.ts';
import { isStopWord } from './stem.ts';

export type NameMention = {
  /** Without titles ("Mr", "President") and without a possessive ending. */
  readonly span: Span;
  readonly text: string;
};

/**
 * Runs of capitalised words with their particles ("Ursula von der Leyen", "House of Commons"), and acronyms.
 * A capital that only begins a sentence is no name unless the word runs on into one, is an acronym, or stands
 * capitalised in mid-sentence elsewhere in the text. Days, months and titles are not names.
 */
export function names(text: string, within: Span = { start: 0, end: text.length }): NameMention[] {
  const words = capitalised(text, within);
  const known = new Set(words.filter(w => !w.initial).map(w => w.text));
  const found: NameMention[] = [];
  for (const run of runs(text, words)) {
    const trimmed = trim(text, run, known);
    if (trimmed) found.push(trimmed);
  }
  return found;
}

type Capital = { readonly span: Span; readonly text: string; readonly initial: boolean; readonly acronym: boolean };

const word =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,}|(?:[dlDL]['’]|al-|Mc|Mac|O['’])?\p{Lu}[\p{L}\p{N}]*(?:['’](?!s\b)\p{L}+)*(?:-[\p{L}\p{N}]+)*)/gu;

function capitalised(text: string, within: Span): Capital[] {
  const found: Capital[] = [];
  word.lastIndex = within.start;
  for (let match = word.exec(text); match && match.index < within.end; match = word.exec(text)) {
    const end = Math.min(match.index + match[0].length, within.end);
    const span = { start: match.index, end };
    const own = text.slice(span.start, span.end);
    const acronym = /^(?:\p{Lu}\.?){2,}s?$/u.test(own) || /^\p{Lu}[\p{Lu}\d]*\d[\p{Lu}\d]*$/u.test(own);
    found.push({ span, text: own, initial: beginsSentence(text, span.start, within.start), acronym });
  }
  return found;
}

/** True after a full stop, a colon, a line break or an opening quotation mark, and at the beginning of the text. */
function beginsSentence(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && /[\s"“”'‘«([*_>#-]/.test(text[i] ?? '')) {
    if (text[i] === '\n' || /["“‘«]/.test(text[i] ?? '')) return true;
    i--;
  }
  if (i < from) return true;
  if (!/[.!?:;…]/.test(text[i] ?? '')) return false;
  // "Mr. Lind", "U.S. President", "J. Smith": an abbreviation's full stop ends no sentence.
  return !/(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|No|vs)|\b\p{Lu})\.$/u.test(
    text.slice(Math.max(from, i - 6), i + 1),
  );
}

/** Neighbouring capitals joined over blanks and particles. */
function runs(text: string, words: readonly Capital[]): Capital[][] {
  const found: Capital[][] = [];
  for (const capital of words) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && joins(text.slice(last.span.end, capital.span.start), last, capital)) run.push(capital);
    else found.push([capital]);
  }
  return found;
}

function joins(gap: string, left: Capital, right: Capital): boolean {
  if (isCalendar(left.text) || isCalendar(right.text)) return false;
  if (titles.has(right.text.replace(/\.$/, '')) && !titles.has(left.text.replace(/\.$/, '')) && gap !== ' of ')
    return false;
  if (gap === ' ' || (gap === '. ' && /^\p{Lu}$/u.test(left.text)) || gap === ' & ') return true;
  if (left.initial && isStopWord(left.text)) return false;
  return /^ (?:of|of the|de|del|de la|der|van|van der|van den|von|von der|bin|ibn|da|dos|du|la|le|el|al) $/.test(gap);
}

function trim(text: string, run: readonly Capital[], known: ReadonlySet<string>): NameMention | undefined {
  let from = 0;
  while (from < run.length) {
    const capital = run[from];
    if (!capital || !isDispensable(capital, run, from, known)) break;
    from++;
    // "Secretary of State Marco Rubio", "President of Iran": the office goes with its title when a name follows.
    if (titles.has(capital.text) && isOffice(text, capital, run[from]) && run.length > from + 1) from++;
  }
  const first = run[from];
  const last = run.at(-1);
  if (!first || !last) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  return { span, text: text.slice(span.start, span.end) };
}

function isOffice(text: string, title: Capital, next: Capital | undefined): boolean {
  return next !== undefined && text.slice(title.span.end, next.span.start).startsWith(' of');
}

/** Titles, days, and the first word of a sentence that no later word makes a name. */
function isDispensable(capital: Capital, run: readonly Capital[], at: number, known: ReadonlySet<string>): boolean {
  const own = capital.text;
  if (own === 'I' || own === 'A' || /^(?:I|He|She|It|We|They|You|That|There|Who|What)['’]/.test(own) || isCalendar(own))
    return true;
  if (titles.has(own.replace(/\.$/, ''))) return true;
  if (!capital.initial) return isStopWord(own) && run.length > at + 1;
  if (capital.acronym && own.length > 1) return false;
  if (isStopWord(own) || beginners.has(own.toLowerCase())) return true;
  if (run.length > at + 1) return false;
  return !known.has(own) && (/(?:ly|ing)$/.test(own) || commonNouns.has(own.toLowerCase()));
}

function isCalendar(own: string): boolean {
  return calendar.has(own.replace(/s$|\.$/, ''));
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const calendar = list(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
);

const titles = list(
  `Mr Mrs Ms Miss Dr Prof Professor President Vice Prime Minister Chancellor Secretary Senator Sen Representative Rep Governor Gov
General Gen Colonel Col Captain Capt Lieutenant Lt Sergeant Sgt Major Admiral King Queen Prince Princess Lord Lady Sir Dame Pope
Bishop Archbishop Cardinal Mayor Judge Justice Chief Chairman Chairwoman Director Ambassador Spokesman Spokeswoman Spokesperson
First Deputy Acting Executive Defence Defense Foreign Interior Treasury Finance Home Attorney Former Congressman Congresswoman Councillor Detective Inspector Officer Sheriff Rev Reverend`,
);

/** Words that begin sentences and are never names there, besides the stop words. */
const beginners = list(
  `after although additionally according ahead also again almost already among another around as at because before both but
during earlier each even ever every few finally first following for from further furthermore given here however if in indeed
instead interestingly just last later less many meanwhile more moreover most much nearly neither next nevertheless nobody none
nonetheless nothing now once one only other others otherwise our overall perhaps previously rather recently separately several
similarly since so some somebody someone something soon still such ten thanks then there therefore thereafter though three through
throughout thus today together tomorrow tonight two under unlike until upon when whenever where whereas whether while who why with
within without yesterday yet thank`,
);

const commonNouns = list(
  `police officials authorities people residents experts critics supporters reporters journalists researchers scientists doctors
teachers students parents children men women workers officers investigators prosecutors lawyers analysts economists investors
lawmakers politicians voters leaders ministers soldiers troops rebels protesters demonstrators activists campaigners witnesses
firefighters fans players members state government parliament congress court talks sources details figures prices sales shares
stocks profits sanctions taxes nothing everything life work time news nature science religion history music art water food
money health education security peace war talks relations missiles weapons questions answers`,
);
