import type { Passage, Source } from '../model.ts';
import { passageAt } from '../sources/passages.ts';
import { words } from '../text/segment.ts';
import { plainKey } from './candidates.ts';
import { qualifierBehind } from './qualifier.ts';

/** Fewer words are hardly a clause. */
const fewestWords = 4;

/**
 * A passage up to its next natural end (a comma, a semicolon, a colon, a dash) behind the words typed; undefined when it has
 * none before its own. Never stops inside brackets or inner marks, nor where the source takes something back.
 */
export function clauseOf(passage: Passage, source: Source, typed: string): Passage | undefined {
  const { text, span } = passage;
  const key = plainKey(typed);
  const begun = plainKey(text).startsWith(key) ? words(typed).length : 0;
  const least = words(text)[Math.max(fewestWords, begun) - 1]?.end;
  if (least === undefined) return undefined;
  naturalEnd.lastIndex = least;
  for (let match = naturalEnd.exec(text); match; match = naturalEnd.exec(text)) {
    const clause = text.slice(0, match.index);
    const more = words(text.slice(match.index)).length > 1;
    if (more && isClosed(clause) && qualifierBehind(source.text, span.start + match.index) === undefined)
      return passageAt(source, { start: span.start, end: span.start + match.index });
  }
  return undefined;
}

const naturalEnd = /[,;:](?=\s)|\s?[—–](?=\s?\p{L})|\s-{1,2}(?=\s)/gu;

/** Every bracket and inner mark that opens closes again. */
function isClosed(words: string): boolean {
  const count = (marks: RegExp) => words.match(marks)?.length ?? 0;
  return (
    count(/[([]/g) === count(/[)\]]/g) &&
    count(/[“«„]/g) === count(/[”»]/g) &&
    count(/"/g) % 2 === 0 &&
    count(/(?<!\p{L})[‘'](?=\p{L})/gu) <= count(/(?<=[\p{L}.,!?])[’'](?!\p{L})/gu)
  );
}
