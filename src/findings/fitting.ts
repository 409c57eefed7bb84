/** A source's words made to fit the sentence they go into: article, capital, number of the noun, form of the date. */
import type { Change, Evidence, Fix } from '../model.ts';
import { type DateMention, dates, resolve } from '../text/dates.ts';
import { numbers } from '../text/numbers.ts';
import { onOneLine } from './context.ts';

type Edit = Fix['edits'][number];

/**
 * The edit that puts the source's value where the draft has another, and the words it shows; undefined where the words would
 * not make a sentence, which is then the writer's to mend.
 */
export function fitting(change: Change, text: string, { published }: Evidence): Edit | undefined {
  const { draft, source, draftSpan: span, gravity } = change;
  if (draft === '' || source === '' || gravity === 'negation') return undefined;
  if (gravity === 'wording' && !isOneForm(draft, source, text.slice(0, span.start))) return undefined;
  // "Half of the 96" has its own "of": "23 of the 96" would double it.
  if (/ of /.test(source) && !/ of /.test(draft) && /^ of /.test(text.slice(span.end))) return undefined;
  if (
    gravity === 'number' &&
    ((hasRange(draft) && numbers(source).length < 2 && !hasRange(source)) || isSingular(draft) !== isSingular(source))
  )
    return undefined;
  const value = dateInFormOf(draft, source, published) ?? onOneLine(source);
  if (value === '') return undefined;
  return withArticle(withNoun({ span, text: inCaseOf(value, text, change) }, change, text), text);
}

function hasRange(text: string): boolean {
  return numbers(text)[0]?.high !== undefined;
}

/** "Neither group" and "both groups". */
function isSingular(quantifier: string): boolean {
  return /^(?:neither|each|every|nobody|none|everyone|everybody)$/i.test(quantifier);
}

/** A word of a form that fits where the draft's stands. */
function isOneForm(draft: string, source: string, before: string): boolean {
  const [own, other] = [draft.split(' ')[0]?.toLowerCase() ?? '', source.split(' ')[0]?.toLowerCase() ?? ''];
  const isParticiple =
    /\b(?:has|have|had|is|are|was|were|be|been|being|not|['’]s) (?:\p{L}+ly |also |now |since |already )?$/iu.test(
      before,
    );
  if (/^(?:may|might|could|would|should|will|can)$/.test(other)) return !isParticiple && !/ing$/.test(own);
  if (source.includes(' ') !== draft.includes(' ') && / to /.test(source)) return false;
  if (/ing$/.test(own) || /ing$/.test(other)) return /ing$/.test(own) && /ing$/.test(other);
  const [a, b] = [formOf(own, isParticiple), formOf(other, isParticiple)];
  return a === b;
}

const pastOnly =
  /^(?:rose|fell|grew|went|began|gave|took|saw|wrote|spoke|broke|chose|drove|flew|sank|shrank|became|came|threw|knew|withdrew)$/;
const participleOnly =
  /^(?:risen|fallen|grown|gone|begun|given|taken|seen|written|spoken|broken|chosen|driven|flown|sunk|shrunk|thrown|known|withdrawn)$/;
const irregular =
  /^(?:won|lost|held|left|kept|sold|bought|built|said|made|met|told|found|paid|sent|led|cut|put|set|hit|quit|shut)$/;

function formOf(word: string, isParticiple: boolean): string {
  if (pastOnly.test(word)) return 'past';
  if (participleOnly.test(word)) return 'participle';
  if (/\p{L}{3}ed$/u.test(word) || irregular.test(word)) return isParticiple ? 'participle' : 'past';
  return /[^sui]s$/.test(word) ? 's' : 'plain';
}

/** Capital at the beginning of a sentence; none for a common word that began one in the source. */
function inCaseOf(value: string, text: string, { draft, gravity, draftSpan }: Change): string {
  const first = value[0] ?? '';
  const isStart = /(?:^|[.!?:]["”’)]*\s+|\n\s*(?:[-*+>] |\d+\. )?)["“(]*$/.test(text.slice(0, draftSpan.start));
  if (isStart && /^\p{Lu}/u.test(draft)) return first.toUpperCase() + value.slice(1);
  const isCommon = gravity !== 'name' && /^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(value) && dates(value).length === 0;
  return !isStart && !/^\p{Lu}/u.test(draft) && isCommon ? first.toLowerCase() + value.slice(1) : value;
}

/** "One month" and "two months": the noun behind follows the number. */
function withNoun(edit: Edit, { draft, source }: Change, text: string): Edit {
  // "One" alone is a pronoun; before a noun it counts.
  const [mine, theirs] = [numbers(`${draft} units`)[0], numbers(`${source} units`)[0]];
  const [own, other] = [mine?.value, theirs?.value];
  const noun = /^ (\p{Ll}+)/u.exec(text.slice(edit.span.end))?.[1];
  if (own === undefined || other === undefined || noun === undefined || (own === 1) === (other === 1)) return edit;
  if (mine?.kind !== 'count' || theirs?.kind !== 'count') return edit;
  const fitted = own === 1 ? plural(noun) : singular(noun);
  return { span: { start: edit.span.start, end: edit.span.end + 1 + noun.length }, text: `${edit.text} ${fitted}` };
}

const irregularNouns: readonly (readonly [string, string])[] = [
  ['child', 'children'],
  ['person', 'people'],
  ['man', 'men'],
  ['woman', 'women'],
];

function plural(noun: string): string {
  const known = irregularNouns.find(([one]) => one === noun)?.[1];
  if (known !== undefined || /s$/.test(noun)) return known ?? noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:sh|ch|x|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function singular(noun: string): string {
  const known = irregularNouns.find(([, many]) => many === noun)?.[0];
  if (known !== undefined) return known;
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return noun.replace(/(?<=sh|ch|x|z)es$/, '').replace(/(?<=[^s])s$/, '');
}

/** "A six-month" and "an eight-month": the article before follows the sound. */
function withArticle({ span, text: value }: Edit, text: string): Edit {
  const article = /\b(an?) $/i.exec(text.slice(Math.max(0, span.start - 4), span.start))?.[1];
  if (article === undefined) return { span, text: value };
  const wanted = /^(?:[aeio]|u(?!ni|s[aeiu]|k|ro)|8|11(?!\d)|18(?!\d)|hour|honest|honou?r|heir)/i.test(value)
    ? 'an'
    : 'a';
  if (article.toLowerCase() === wanted) return { span, text: value };
  const start = span.start - article.length - 1;
  const fitted = article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
  return { span: { start, end: span.end }, text: `${fitted} ${value}` };
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** "3 March 2024" as "March 3" where the draft writes so; '' where the source's time cannot be told in the draft's form. */
function dateInFormOf(draft: string, source: string, published: string | undefined): string | undefined {
  const [own, other] = [whole(draft), whole(source)];
  if (!own || !other) return undefined;
  const range = resolve(other, published);
  const day = range && range.from === range.to ? new Date(`${range.from}T00:00:00Z`) : undefined;
  if (own.kind === 'weekday') return other.kind === 'weekday' ? undefined : day ? weekdays[day.getUTCDay()] : '';
  if (other.kind === 'weekday' || other.kind === 'relative') return own.kind === other.kind ? undefined : '';
  return own.kind === 'date' && other.kind === 'date' ? calendarDay(draft, own, other) : undefined;
}

function whole(text: string): DateMention | undefined {
  const [found] = dates(text);
  return found && found.span.end - found.span.start >= text.length - 4 ? found : undefined;
}

function calendarDay(form: string, own: DateMention, { year, month, day }: DateMention): string | undefined {
  if (month === undefined || day === undefined) return undefined;
  if (/^\d{4}-/.test(form)) return year === undefined ? '' : [year, pad(month), pad(day)].join('-');
  const name = months[month - 1] ?? '';
  const written = own.year !== undefined && year !== undefined;
  return /^\p{L}/u.test(form) && !/^the /i.test(form)
    ? `${name} ${day}${written ? `, ${year}` : ''}`
    : `${day} ${name}${written ? ` ${year}` : ''}`;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
