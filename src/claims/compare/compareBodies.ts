/** Which public body or payer did a thing: "by the city" where the passage has "by the state". */
import type { Span } from '../../model.ts';
import { stem } from '../../text/stem.ts';
import type { Sentence } from '../tokens.ts';
import { type Comparer, pair, shared } from './pair.ts';

/** Bodies that are never each other; any other noun may be another word for the same doer. */
const bodies = new Map(
  [
    ['city', 'town', 'municipality', 'cities', 'towns'],
    ['state', 'states'],
    ['county', 'counties'],
    ['province', 'region'],
    ['church', 'churches'],
    ['university', 'universities'],
    ['charity', 'foundation', 'donors', 'charities'],
  ].flatMap((group, i) => group.map(word => [word, i] as const)),
);

type Agent = { readonly verb: string; readonly span: Span; readonly body: number };

/** The same thing done by a body of another kind. */
export const compareBodies: Comparer = x =>
  agents(x.claim).flatMap(own => {
    const rival = agents(x.source).find(a => a.verb === own.verb && a.body !== own.body);
    if (
      !rival ||
      shared(x, own.span) < 0.7 ||
      x.others.some(s => agents(s).some(a => a.body === own.body && a.verb === own.verb))
    )
      return [];
    if (words(x.source).some(w => bodies.get(w) === own.body)) return [];
    return [pair(x, own.span, rival.span, 'name')];
  });

const agent =
  /(\p{L}+ed|paid|run|built|held|made)(?: (?:for|up|out))? by ((?:the |a |private )?(\p{L}+))(?! \p{L}+ment)(?=[ ,.;]|$)/giu;

function agents({ text }: Sentence): Agent[] {
  return [...text.matchAll(agent)].flatMap(match => {
    const body = bodies.get(match[3]?.toLowerCase() ?? '');
    if (body === undefined) return [];
    const start = match.index + match[0].length - (match[2]?.length ?? 0);
    return [{ verb: stem(match[1] ?? ''), body, span: { start, end: match.index + match[0].length } }];
  });
}

function words({ tokens }: Sentence): string[] {
  return tokens.map(t => t.text.toLowerCase());
}
