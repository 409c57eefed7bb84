import type { Span } from '../model.ts';
import type { ClauseToken } from './clauseTokens.ts';
import { ofAbroad, officeAbroad, prepositionsAbroad, pronounAbroad } from './cuesAbroad.ts';
import { determiners, notNames, officeNouns, prepositions, pronouns, relatives, titles } from './wordLists.ts';

/** Somebody (or something) that stands where a speaker stands. */
export type Mention = {
  readonly kind: 'name' | 'pronoun' | 'role';
  /** The name without titles, the pronoun, or the whole description (`the Kremlin spokesman`). */
  readonly text: string;
  readonly span: Span;
};

/**
 * Who a noun phrase names. Its tokens hold the phrase and perhaps, behind commas, what describes it further: `Jason Miller,
 * a senior adviser to Cruz`, `a spokeswoman, Anna White`, `California Rep. Duncan Hunter’s chief of staff, Joe Kasper`.
 */
export function readMention(tokens: readonly ClauseToken[], source: string): Mention | undefined {
  const segments = splitAtCommas(tokens);
  const first = readSegment(segments[0] ?? [], source);
  if (first?.kind !== 'role') return first;
  const named = segments.slice(1, 3).find(segment => isBareName(segment));
  return (named && readSegment(named, source)) ?? first;
}

export function splitAtCommas(tokens: readonly ClauseToken[]): ClauseToken[][] {
  const found: ClauseToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'word') found.at(-1)?.push(token);
    else found.push([]);
  }
  return found.filter(segment => segment.length > 0);
}

/** Whether words are nothing but a name, of two words or more. */
export function isBareName(segment: readonly ClauseToken[]): boolean {
  return (
    segment.length >= 2 && segment.length <= 5 && segment.every(({ text }) => isNameWord(text) || particles.has(text))
  );
}

/** Stand inside a name. */
export const particles = new Set('de del della di da la le van von der den ten bin al el ibn dos y and &'.split(' '));

/** Whether a word could be part of a name. */
export function isNameWord(word: string): boolean {
  return /^(?:\p{Lu}|@\w|[dD][’']\p{Lu}|\p{Ll}{1,2}\p{Lu})/u.test(word) && !notNames.has(word.toLowerCase());
}

function readSegment(segment: readonly ClauseToken[], source: string): Mention | undefined {
  const tokens = withoutLeading(segment);
  const first = tokens[0];
  if (!first || prepositions.has(first.text)) return undefined;
  if (pronouns.has(first.text.toLowerCase()) || pronounAbroad(first.text))
    return { kind: 'pronoun', text: first.text, span: first.span };
  const head = headOf(tokens);
  const last = head.at(-1);
  if (!last) return undefined;
  const run = nameEndingAt(head, head.length - 1);
  // `One Labour MS`: of a kind, and nobody's name.
  const ofKind =
    head.length > 2 && /^(?:an?|one|another)$/i.test(head[0]?.text ?? '') && /^\p{Lu}{2,4}$/u.test(last.text);
  if (run.length > 0 && !ofKind && !isOfficeAlone(head)) return nameMention(run, source);
  return roleMention(head, source);
}

/** `the Environment Secretary`, `its Chief Executive`, `the Secretary of State`: somebody's office, whose name may follow. */
function isOfficeAlone(head: readonly ClauseToken[]): boolean {
  const before = head.at(-2)?.text.toLowerCase() ?? '';
  const last = head.at(-1)?.text.toLowerCase() ?? '';
  if (before === 'of' && offices.has(last)) return true;
  const first = head[0]?.text.toLowerCase() ?? '';
  return (
    officeNouns.has(last) &&
    (determiners.has(first) || head.slice(0, -1).some(({ text }) => /(?:[’']s|s[’'])$/u.test(text)))
  );
}

function withoutLeading(segment: readonly ClauseToken[]): readonly ClauseToken[] {
  let start = 0;
  while (
    start < segment.length &&
    /^(?:and|but|as|then|yet|so|still|now|later|also|even|instead|meanwhile)$/i.test(segment[start]?.text ?? '')
  )
    start++;
  return segment.slice(start);
}

/** The phrase up to its first preposition or relative pronoun; `Secretary of State` and the like do not end it. */
function headOf(tokens: readonly ClauseToken[]): readonly ClauseToken[] {
  for (const [at, { text }] of tokens.entries()) {
    const word = text.toLowerCase();
    if (
      at > 0 &&
      (prepositionsAbroad.has(word) || (ofAbroad.has(word) && /^\p{Ll}{3}/u.test(tokens[at - 1]?.text ?? '')))
    )
      return tokens.slice(0, at);
    if (at === 0 || !(prepositions.has(word) || relatives.has(word))) continue;
    if (word === 'of' && continuesTitle(tokens, at)) continue;
    return tokens.slice(0, at);
  }
  return tokens;
}

const offices = new Set(
  'state defense defence staff commerce labor labour education energy transportation agriculture treasury homeland veterans housing health interior justice representatives house senate commons operations communications war'.split(
    ' ',
  ),
);

/** `head of operations`, `director of football`: a name may follow. */
export const leadsPart = /^(?:head|chief|director|secretary)$/;

function continuesTitle(tokens: readonly ClauseToken[], at: number): boolean {
  // `head of operations Ciarán Doyle`
  const before = tokens[at - 1]?.text.toLowerCase() ?? '';
  const ofWhat = tokens.slice(at + 1, -2);
  const named = tokens.length > at + 3 && tokens.slice(-2).every(({ text }) => isNameWord(text));
  if (leadsPart.test(before) && named && ofWhat.every(({ text }) => /^\p{Ll}{3}/u.test(text))) return true;
  const next = tokens[at + 1]?.text.toLowerCase() ?? '';
  const behind = next === 'the' ? tokens[at + 2] : tokens[at + 1];
  return behind !== undefined && offices.has(behind.text.toLowerCase()) && tokens.length > at + 2;
}

/** Begins a question, and no name: `Did Lind say`. */
export const asking = /^(?:Did|Does|Do|Has|Have|Had|Was|Were|Is|Are|Could|Can|Should|Would)$/;

/** The words of the name that ends at `at`: capitalised words and the particles between them. */
function nameEndingAt(tokens: readonly ClauseToken[], at: number): ClauseToken[] {
  const run: ClauseToken[] = [];
  for (let index = at; index >= 0; index--) {
    const token = tokens[index];
    if (!token) break;
    const particle =
      particles.has(token.text) && run.length > 0 && isNameWord(tokens[index - 1]?.text ?? '') && token.text !== 'and';
    if (!isNameWord(token.text) && !particle) break;
    // The possessive before a name is another's: `Trump’s spokeswoman`, `The Post’s Ruth Marcus`.
    if (run.length > 0 && (/[’']s$|s[’']$/.test(token.text) || asking.test(token.text))) break;
    run.unshift(token);
  }
  while (run.length > 1 && offices.has(run[0]?.text.toLowerCase() ?? '')) run.shift();
  return run;
}

function nameMention(run: readonly ClauseToken[], source: string): Mention | undefined {
  const lastTitle = run.slice(0, -1).findLastIndex(({ text }) => isTitle(text));
  const named = lastTitle >= 0 && lastTitle < run.length - 1 ? run.slice(lastTitle + 1) : run;
  const start = named[0]?.span.start;
  const end = named.at(-1)?.span.end;
  if (start === undefined || end === undefined) return undefined;
  const raw = source.slice(start, end);
  const text = raw.replace(/[’']s?$/u, '').replace(/(?<!\b(?:\p{Lu}|Jr|Sr))\.$/u, '');
  // `US President`, `Prime Minister`: an office, and nobody's name.
  const office = titles.has((named.at(-1)?.text ?? '').toLowerCase()) && run.slice(0, -1).every(isOfOffice);
  return { kind: office ? 'role' : 'name', text: text.replace(/\s+/g, ' '), span: { start, end: start + text.length } };
}

function isTitle(word: string): boolean {
  return titles.has(word.toLowerCase().replace(/\.$/, '')) || officeAbroad.test(word);
}

function isOfOffice({ text }: ClauseToken): boolean {
  const word = text.toLowerCase().replace(/[’']s?$/u, '');
  return titles.has(word) || offices.has(word) || countries.test(word);
}

const countries =
  /^(?:us|u\.s\.?|uk|u\.k\.?|eu|\p{L}+(?:an|ian|ish|ese)|french|german|dutch|greek|swiss|czech|thai|iraqi)$/u;

/** In words; without an article more is a clause. */
const longestBareRole = 4;

/** Big words that are nobody: states as they stand behind a town, and how a Polish sentence begins (`Jak poinformowała Lis`). */
const nobody = /^(?:jak|va|md|calif|fla|conn|ill|mich|minn|wis|tenn|ariz|colo|okla|ga|ky|nev)$/;

function roleMention(head: readonly ClauseToken[], source: string): Mention | undefined {
  const start = head[0]?.span.start;
  const end = (head.at(-1)?.text.length ?? 0) > 0 ? head.at(-1)?.span.end : undefined;
  const first = head[0]?.text.toLowerCase() ?? '';
  if (start === undefined || end === undefined || head.length > 12) return undefined;
  // `of Springfield, Va., said`
  if (head.length === 1 && nobody.test(first)) return undefined;
  const described = determiners.has(first) || /^\p{Lu}/u.test(head[0]?.text ?? '');
  if (described && !determiners.has(first) && head.length > longestBareRole) return undefined;
  if (!described && (head.length > 3 || head.some(({ text }) => /(?:ing|ed)$/.test(text)))) return undefined;
  return { kind: 'role', text: source.slice(start, end).replace(/\s+/g, ' '), span: { start, end } };
}
