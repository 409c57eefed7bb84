/** A document's own sentence told otherwise: copied, cut, merged, reworded. Still borne out by the document. */
import { likeness } from '../../src/claims/lexicon/lexicon.ts';
import { readSentence, type Token } from '../../src/claims/tokens.ts';
import { pickOne, shuffle } from './draws.ts';
import { type Candidate, endingOf, type Material, replaceAll, type Synonyms, verbAt } from './material.ts';

/** The sentence as it is, cut, or with its cue moved: the source's own words only. */
export function shorten(sentence: Candidate, next: () => number): Candidate {
  const dice = next();
  let text = (dice < 0.5 ? cut(sentence.text, next) : dice < 0.7 ? moveCue(sentence.text) : undefined) ?? sentence.text;
  if (next() < 0.3) text = cut(text, next) ?? text;
  if (next() < 0.4) text = prune(text, next) ?? text;
  if (next() < 0.3) text = prune(text, next) ?? text;
  return { text, words: readSentence(text) };
}

/** The sentence as it is, cut, merged with its neighbour, or with synonyms: still borne out. */
export function reshape(sentence: Candidate, material: Material, next: () => number): Candidate {
  let text = sentence.text;
  const dice = next();
  if (dice < 0.45) text = cut(text, next) ?? text;
  else if (dice < 0.6) text = merge(sentence, material) ?? text;
  else if (dice < 0.7) text = moveCue(text) ?? text;
  if (next() < 0.35) text = reword(text, material.synonyms, next) ?? text;
  if (next() < 0.2) text = thin(text, next);
  return { text, words: readSentence(text) };
}

/** Drops an adjective before its noun, or a prepositional phrase in the middle. */
function prune(text: string, next: () => number): string | undefined {
  const { tokens } = readSentence(text);
  const forms = tokens.flatMap((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    if (!before || !after || token.name || token.number || token.stop || after.stop) return [];
    const adjective = token.word.partsOfSpeech[0] === 'a' && after.word.partsOfSpeech[0] === 'n';
    return adjective && /^[a-z]+$/.test(token.text) && /^(?:the|a|his|her|their|its|of|in|with)$/i.test(before.text)
      ? [text.slice(0, token.span.start) + text.slice(after.span.start)]
      : [];
  });
  const phrase =
    / (?:in|at|on|with|for|near|from|during|of) (?:the |a |an |his |her |their |its )?[\p{L}\d]+(?: [\p{L}\d]+){0,2}(?= (?:in|at|on|with|for|to|from|after|and|that|was|is|has|were|are|said|when|as)\b)/gu;
  for (const match of text.matchAll(phrase)) {
    if (match.index > 10) forms.push(text.slice(0, match.index) + text.slice(match.index + match[0].length));
  }
  return forms.length ? pickOne(forms, next) : undefined;
}

/** Drops a clause between commas, a lead-in, a bracket or a trailing clause. */
export function cut(text: string, next: () => number): string | undefined {
  const forms = [
    text.replace(/, (?:who|which|where|a|an|the|whose|aged)\b[^,]{4,80},/, ''),
    text.replace(/ \([^)]*\)/, ''),
    text.replace(
      /^(?:In|On|At|After|Before|During|Since|For|As|While|However|Meanwhile|Also|Although)\b[^,]{0,60}, (\p{L})/u,
      (_, first: string) => first.toUpperCase(),
    ),
    text.replace(
      /, (?:and|but|while|as|which|who|with|after|where|although|because|saying|including)\b[^"“”]*\.$/,
      '.',
    ),
    text.replace(/ (?:after|because|while|when|before|although|as|in order to)\b[^,"“”]{10,}\.$/, '.'),
  ].filter(form => form !== text && form.split(' ').length >= 6 && verbAt(readSentence(form)) !== undefined);
  return forms.length ? pickOne(forms, next) : undefined;
}

function merge(sentence: Candidate, { candidates }: Material): string | undefined {
  const after = candidates[candidates.indexOf(sentence) + 1];
  if (!after || sentence.words.tokens.length + after.words.tokens.length > 45) return undefined;
  const first = after.words.tokens[0];
  const second = first?.name ? after.text : after.text.slice(0, 1).toLowerCase() + after.text.slice(1);
  return `${sentence.text.replace(/\.$/, '')}, and ${second}`;
}

/** `"Words," said Lind.` becomes `Lind said words.` */
function moveCue(text: string): string | undefined {
  const match =
    /^["“](.{20,}?),["”] (?:(said) ([\p{L} .]{3,30})|([\p{L} .]{3,30}) (said|added|told reporters))\.$/u.exec(text);
  if (!match) return undefined;
  const [, words = '', said, late, early, verb] = match;
  return `${late ?? early} ${verb ?? said ?? 'said'} ${words.slice(0, 1).toLowerCase()}${words.slice(1)}.`;
}

/** One or two words replaced by others of the same meaning and company. */
function reword(text: string, synonyms: Synonyms, next: () => number): string | undefined {
  const words = readSentence(text);
  const spots = shuffle(words.content, next).flatMap(token => {
    const other = token.name || token.number || !/^[a-z]+$/.test(token.text) ? undefined : synonym(token, synonyms);
    return other === undefined ? [] : [{ token, other }];
  });
  if (spots.length === 0) return undefined;
  return replaceAll(text, spots.slice(0, next() < 0.5 ? 1 : 2));
}

/** The word nearest in company among those with the same meaning, inflected alike. */
function synonym(token: Token, synonyms: Synonyms): string | undefined {
  const others = token.word.senses
    .flatMap(sense => synonyms.get(sense) ?? [])
    .filter(other => other.stem !== token.stem && endingOf(other.text) === endingOf(token.text));
  const near = others.map(other => ({ other, like: likeness(token.word, other.word) })).filter(o => o.like > 0.45);
  return near.sort((a, b) => b.like - a.like)[0]?.other.text;
}

/** Drops an adverb or adjective. */
function thin(text: string, next: () => number): string {
  const spots = readSentence(text).content.filter(t => /^[a-z]+ly$/.test(t.text));
  const spot = spots.length ? pickOne(spots, next) : undefined;
  return spot ? (text.slice(0, spot.span.start) + text.slice(spot.span.end)).replace(/\s+/g, ' ') : text;
}
