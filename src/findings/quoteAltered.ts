import { nameSource } from '../citations/describe.ts';
import type { Change, Draft, Edit, Evidence, Finding, Fix, QuotationItem } from '../model.ts';
import { samePerson } from '../quotes/samePerson.ts';
import { byGravity, type FindingContext, onOneLine, shown, sourceOf, visible } from './context.ts';
import { paraphrase } from './paraphrase.ts';

type Bare = Omit<Finding, 'severity'>;

/** Past this many changes a list of squiggles says less than one over the whole quotation. */
const mostChangesShown = 6;

/**
 * `quote-altered`: one finding for each wrong word with the source's words as the fix; one over all of it, its gravest
 * differences named, when they are many; one that names both passages when two real ones were joined.
 */
export function quoteAltered(item: QuotationItem, context: FindingContext): Bare[] {
  const { evidence, label, reason } = item.verdict;
  const [best, ...others] = evidence;
  if (label !== 'altered' || !best) return [];
  const { draft, store } = context;
  const loosen = paraphrase(item, draft);
  if (best.changes.length === 0)
    return [finding(item.quotation.span, joined([best, ...others], item, context), evidence, [loosen])];
  const changes = best.changes.filter(change => !isBegun(change, item, draft));
  const source = sourceOf(best.passage, store);
  const where = source ? ` — ${nameSource(source)}` : '';
  const restore = sourceWords(best, draft);
  if (changes.length > mostChangesShown) {
    const gravest = byGravity(changes).slice(0, mostNamed).map(describe).join('; ');
    const message = `${reason} ${changes.length} differences: ${gravest}; …${where}`;
    return [finding(item.quotation.span, message, evidence, [restore, loosen])];
  }
  return changes.map(change => {
    const fixes = [oneChange(change, draft), ...(changes.length > 1 ? [restore] : [])];
    if (change.gravity === 'omission') fixes.push(markOmission(change, draft));
    return finding(visible(change.draftSpan, draft.text), `${describe(change)}${where}`, evidence, [...fixes, loosen]);
  });
}

/** The last word of a quotation that is still open, and so far the beginning of the source's word: it is being typed. */
function isBegun({ draft: word, draftSpan, source }: Change, { quotation }: QuotationItem, draft: Draft): boolean {
  if (quotation.closed || word === '' || !source.startsWith(word)) return false;
  return draft.text.slice(draftSpan.end, quotation.span.end).trim() === '';
}

/** Differences that a message over many names. */
const mostNamed = 3;

/** The passages, each with its source (once when it is the same), and with who says it when that is not the person named. */
function joined(pieces: readonly Evidence[], { quotation }: QuotationItem, { store }: FindingContext): string {
  const names = pieces.map(({ passage }) => {
    const source = sourceOf(passage, store);
    return source ? nameSource(source) : passage.sourceId;
  });
  const [first] = names;
  const alike = names.every(name => name === first);
  const named = quotation.attribution?.speaker ?? pieces[0]?.speaker ?? '';
  const several = pieces.some(({ speaker }) => speaker !== undefined && samePerson(named, speaker) !== true);
  const shownPieces = pieces.map(({ passage, speaker }, i) => {
    const who = several && speaker !== undefined ? ` (${speaker})` : '';
    return `${shown(passage.text)}${who}${alike ? '' : ` — ${names[i]}`}`;
  });
  const end = alike ? ` — ${first}` : '';
  return `Passages that stand apart are joined as one quotation: ${shownPieces.join('; ')}${end}`;
}

function finding(span: Finding['span'], message: string, evidence: readonly Evidence[], fixes: readonly Fix[]): Bare {
  return { code: 'quote-altered', span, message, evidence, fixes };
}

function describe(change: Change): string {
  if (change.draft === '') return `The source has ${shown(change.source)} here, left out without a mark`;
  if (change.source === '') return `${shown(change.draft)} is not in the source's words`;
  return `${shown(change.draft)}: the source has ${shown(change.source)}`;
}

function oneChange(change: Change, draft: Draft): Fix {
  const title = change.source === '' ? `Remove ${shown(change.draft)}` : `Use the source's ${shown(change.source)}`;
  return { title, edits: [replacement(change, draft)], preferred: true };
}

/** Puts the source's words where the draft's stand; white space is kept single where words are added or removed. */
function replacement(change: Change, { text }: Draft): Edit {
  const { start, end } = change.draftSpan;
  const words = onOneLine(change.source);
  if (change.draft === '') return insertion(change.draftSpan, words, text);
  if (words !== '') return { span: change.draftSpan, text: words };
  // `that, in all fairness,`: the comma before goes with the words that it set off.
  const setOff = text[start - 2] === ',' && /[,.;:!?]/.test(text[end] ?? '') ? 1 : 0;
  if (/[^\S\r\n]/.test(text[start - 1] ?? '')) return { span: { start: start - 1 - setOff, end }, text: '' };
  // The first words of a quotation or a line: the space behind them goes along.
  return { span: { start, end: text[end] === ' ' ? end + 1 : end }, text: '' };
}

function markOmission(change: Change, { text }: Draft): Fix {
  return { title: 'Mark the omission with […]', edits: [insertion(change.draftSpan, '[…]', text)] };
}

/** Words put between others, with a space on each side where none stands and one belongs. */
function insertion(span: Finding['span'], words: string, text: string): Edit {
  const before = /^$|[\s“"‘'«([]/.test(text.slice(Math.max(0, span.start - 1), span.start)) ? '' : ' ';
  const after = /^[\p{L}\p{N}“‘«([]/u.test(text.slice(span.end)) ? ' ' : '';
  return { span, text: before + words + after };
}

/** All changes at once; the words that agree are left alone, so the draft's own marks and parts stay. */
function sourceWords(best: Evidence, draft: Draft): Fix {
  return { title: "Use the source's words", edits: sourceEdits(best, draft) };
}

/** The edits after which the draft has the source's words. */
export function sourceEdits({ changes }: Evidence, draft: Draft): Edit[] {
  return changes.map(change => replacement(change, draft));
}
