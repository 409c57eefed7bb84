import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../../src/quotes/attribute.ts';
import { evalQuotes } from '../../src/quotes/evalQuotes.ts';
import { quotedStretches } from '../../src/quotes/stretches.ts';

/**
 * Short articles in the manners of many publishers. `⟦Anna Lind¦“We go,”⟧` is a run of direct speech and whose it is (`-` when
 * that is not clear, or not to this program: a bound that may be raised), `⟦~Anna Lind¦“a step”⟧` words woven into the
 * writer's sentence, `⟦!¦“The Tower”⟧` nobody's speech.
 */
const articles = readFileSync(join(process.cwd(), 'test/quotes/articles.txt'), 'utf8').split(/^=== /m).slice(1);
const label = /⟦([~!]?)([^¦⟧]*)¦([^⟧]*)⟧/g;

describe('articles of many publishers', () => {
  for (const article of articles) {
    const [title = ''] = article.split('\n', 1);
    it(title, () => {
      const newline = title.includes('crlf') ? '\r\n' : '\n';
      const labelled = article.slice(title.length + 1).replaceAll('\n', newline);
      assert.equal(relabelled(labelled), labelled);
    });
  }
});

/** The article as it would be labelled by what is found in it now. */
function relabelled(article: string): string {
  const text = article.replace(label, '$3');
  const direct = evalQuotes(text);
  const stretches = quotedStretches(text);
  const speakers = attribute(text, stretches);
  const labels = new Map(direct.map(({ start, end, speaker }) => [start, { end, label: speaker ?? '-' }]));
  let removed = 0;
  for (const match of article.matchAll(label)) {
    const [whole, kind, , words = ''] = match;
    const start = match.index - removed;
    removed += whole.length - words.length;
    if (labels.has(start)) continue;
    const at = stretches.findIndex(({ parts }) => parts.some(({ span }) => span.start === start));
    const end = stretches[at]?.parts.find(({ span }) => span.start === start)?.span.end;
    if (end === undefined) continue;
    labels.set(start, { end, label: kind === '!' ? '!' : `~${speakers[at]?.speaker ?? '-'}` });
  }
  let written = '';
  let from = 0;
  for (const [start, { end, label: speaker }] of [...labels].sort((a, b) => a[0] - b[0])) {
    written += `${text.slice(from, start)}⟦${speaker}¦${text.slice(start, end)}⟧`;
    from = end;
  }
  return written + text.slice(from);
}
