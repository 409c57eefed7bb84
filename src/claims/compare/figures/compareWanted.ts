/** A figure told as reached where the passage has it as asked for: "won 18 percent" against "had asked for 18 percent". */
import type { NumberMention } from '../../../text/numbers.ts';
import type { Sentence } from '../../tokens.ts';
import { agrees } from '../alike/agrees.ts';
import { type Comparer, pair, shared } from '../pair.ts';

const wanted =
  /\b(?:ask(?:ed|s|ing) for|demand(?:ed|s|ing)|sought|seek(?:s|ing)|want(?:ed|s)|call(?:ed|s|ing) for|propos(?:ed|es|ing)|request(?:ed|s|ing)|hop(?:ed|es|ing) for|insist(?:ed|s|ing) on) (?:(?:a|an|the|for|about|around|at least|more than|pay|rise|raise|of) )*$/i;
const reached =
  /\b(?:won|got|received|secured|obtained|gained|achieved|earned|was given|were given|was granted|were granted) (?:(?:a|an|the|about|around|at least|more than|pay|rise|raise|of) )*$/i;

export const compareWanted: Comparer = x =>
  x.claim.numbers.flatMap(own => {
    const got = reached.exec(x.claim.text.slice(0, own.span.start));
    if (!got) return [];
    const figures = (s: Sentence) => s.numbers.filter(n => n.kind === own.kind && agrees(own, n));
    const asked = figures(x.source)
      .map(n => wantedAt(x.source, n))
      .find(match => match !== undefined);
    if (!asked || /\b(?:not|never)\b|n['’]t\b/i.test(x.claim.text)) return [];
    if (x.others.some(s => figures(s).some(n => !wantedAt(s, n)))) return [];
    const verb = spanOf(got);
    return shared(x, verb) >= 0.6 ? [pair(x, verb, spanOf(asked), 'wording')] : [];
  });

function wantedAt({ text }: Sentence, { span }: NumberMention): RegExpExecArray | undefined {
  return wanted.exec(text.slice(0, span.start)) ?? undefined;
}

/** The verb with its preposition, without what leads on to the figure. */
function spanOf(match: RegExpExecArray) {
  const verb = /^(?:was|were) \p{L}+|^\p{L}+(?: (?:for|on)\b)?/u.exec(match[0])?.[0] ?? match[0];
  return { start: match.index, end: match.index + verb.length };
}
