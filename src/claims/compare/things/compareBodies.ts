/** Which public body or payer did a thing: "by the city" where the passage has "by the state". */
import type { Span } from '../../../model.ts';
import { stem } from '../../../text/stem.ts';
import { ofSentence } from '../../ofSentence.ts';
import type { Sentence } from '../../tokens.ts';
import { type Comparer, pair, shared } from '../pair.ts';
import { letter } from '../reading/letter.ts';

/** Bodies that are never each other; any other noun may be another word for the same doer. */
const bodies = new Map(
  [
    ['city', 'town', 'municipality', 'cities', 'towns'],
    ['state', 'states'],
    ['county', 'counties'],
    ['province', 'region'],
    ['government'],
    ['church', 'churches'],
    ['university', 'universities'],
    ['charity', 'foundation', 'donors', 'charities'],
  ].flatMap((group, i) => group.map(word => [word, i] as const)),
);

/** One of these is in each of them: most sentences have none, and need no closer look. */
const mayAct =
  /cit(?:y|ies)|town|municipality|state|count(?:y|ies)|province|region|government|church|universit|charit|foundation|donors/i;

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

const word = `${letter}+`;
const body = `((?:the |a |private )?(?:federal |national |central )?(${word}))`;
const agent = new RegExp(
  `(${word}ed|paid|run|built|held|made)(?: (?:for|up|out))? by ${body}(?! ${word}ment)(?=[ ,.;]|$)`,
  'giu',
);
const actor = new RegExp(
  `(?<=^|[,;] |\\band |\\bthat )${body} (?:will|would|has|have|had|is to|are to|must|could|may)(?: also)? (${word})`,
  'giu',
);

/** "Paid for by the state" and "the state will pay for": doers behind and before their verb. */
const agents = ofSentence(({ text }): readonly Agent[] => {
  if (!mayAct.test(text)) return [];
  const passive = [...text.matchAll(agent)].flatMap(match => {
    const [, verb = '', phrase = '', noun = ''] = match;
    return doer(verb, noun, match.index + match[0].length - phrase.length, phrase);
  });
  const active = [...text.matchAll(actor)].flatMap(({ index, 1: phrase = '', 2: noun = '', 3: verb = '' }) =>
    doer(verb, noun, index, phrase),
  );
  return [...passive, ...active];
});

function doer(verb: string, noun: string, start: number, phrase: string): Agent[] {
  const body = bodies.get(noun.toLowerCase());
  return body === undefined ? [] : [{ verb: stem(verb), body, span: { start, end: start + phrase.length } }];
}

function words({ tokens }: Sentence): string[] {
  return tokens.map(t => t.text.toLowerCase());
}
