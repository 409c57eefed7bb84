/** A denial taken back or put in, so that the sentence says what the source says and still is one. */
import { lookUp } from '../claims/lexicon/lexicon.ts';
import type { Change, Fix } from '../model.ts';

type Edit = Fix['edits'][number];

const helper = /\b(has|have|had|is|are|was|were|be|been|will|would|could|may|might|can|should|must|to) $/i;
/** "Has been", "was also": the denial goes behind the first helping word and its adverbs. */
const helpers =
  /\b(has|have|had|is|are|was|were|will|would|could|may|might|can|should|must)((?: (?:also|still|now|then|already|\p{L}+ly))*)((?: (?:be|been|being|have|\p{L}+ly))*) $/iu;
const doing = /\b(did|does|do) $/i;
const contracted = /^(\p{L}+)n['’]t /iu;
const denial = /^(?:not|never|no longer|no) /i;

/** Undefined where more than the denial would have to change. */
export function denialFix({ draft, source, draftSpan }: Change, text: string): Edit | undefined {
  const before = text.slice(Math.max(0, draftSpan.start - 24), draftSpan.start);
  if (denial.test(draft) || contracted.test(draft)) return takenBack(draft, source, draftSpan, before);
  return /\b(?:not|never|cannot|refused to|declined to|failed to)\b|n['’]t /i.test(source)
    ? putIn(draft, draftSpan, before)
    : nothing(draft, source, draftSpan, before);
}

/** "Has not approved" becomes "has approved", "did not approve" "approved". */
function takenBack(draft: string, source: string, span: Change['draftSpan'], before: string): Edit | undefined {
  const short = contracted.exec(draft)?.[1];
  const verb = draft.replace(contracted, '').replace(denial, '');
  const isDone = /^(?:did|does|do)$/i.test(short ?? doing.exec(before)?.[1] ?? '');
  if (!isDone) {
    if (short !== undefined) return /^(?:wo|ca|sha)$/i.test(short) ? undefined : { span, text: `${short} ${verb}` };
    const isBare = /^(?:never|no) /i.test(draft) || verb.toLowerCase() === source.toLowerCase();
    return helper.test(before) || isBare ? { span, text: verb } : undefined;
  }
  if (source.includes(' ') || lookUp(source).base === source.toLowerCase()) return undefined;
  const start = short === undefined ? span.start - (doing.exec(before)?.[0].length ?? 0) : span.start;
  return { span: { start, end: span.end }, text: source };
}

/** "Has approved" becomes "has not approved", "approved" "did not approve". */
function putIn(draft: string, span: Change['draftSpan'], before: string): Edit | undefined {
  if (/\bto $/i.test(before)) return undefined;
  const [chain, first = '', adverbs = '', rest = ''] = helpers.exec(before) ?? [];
  if (chain !== undefined && (!/ing\b/.test(draft) || /\b(?:is|are|was|were|been|be) (?:\p{L}+ly )?$/iu.test(before)))
    return {
      span: { start: span.start - chain.length, end: span.end },
      text: `${first}${adverbs} not${rest} ${draft}`,
    };
  if (draft.includes(' ') || /ing$/.test(draft)) return particled(draft, span);
  const { base } = lookUp(draft);
  if (/(?:ed|[^s])$/.test(draft) && base !== draft.toLowerCase()) return { span, text: `did not ${base}` };
  return /[^s]s$/.test(draft) && base !== draft.toLowerCase() ? { span, text: `does not ${base}` } : undefined;
}

/** "Ruled out" becomes "did not rule out". */
function particled(draft: string, span: Change['draftSpan']): Edit | undefined {
  const [verb = '', particle, ...more] = draft.split(' ');
  const { base } = lookUp(verb);
  const isPast = /ed$/.test(verb) && base !== verb.toLowerCase();
  return particle !== undefined && more.length === 0 && isPast
    ? { span, text: `did not ${base} ${particle}` }
    : undefined;
}

/** "A link" becomes "no link". */
function nothing(draft: string, source: string, span: Change['draftSpan'], before: string): Edit | undefined {
  const article = /\b(?:an?|any|some) $/i.exec(before)?.[0];
  if (!/^no /i.test(source) || article === undefined) return undefined;
  return { span: { start: span.start - article.length, end: span.end }, text: `no ${draft}` };
}
