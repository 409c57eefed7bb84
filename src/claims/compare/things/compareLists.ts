/** One name of a list exchanged: "Anna, Maud and Per" for "Anna, Tove and Per". */
import type { NameMention } from '../../../text/names.ts';
import { ofSentence } from '../../ofSentence.ts';
import { sameName, speaksOf } from '../alike/sameName.ts';
import { type Comparer, namePair, shared } from '../pair.ts';

export const compareLists: Comparer = x => {
  if (x.claim.names.length < 3) return [];
  return lists(x.claim).flatMap(own => {
    for (const other of lists(x.source)) {
      if (other.length !== own.length) continue;
      const strange = own.filter(n => !other.some(o => sameName(n.text, o.text)));
      const missing = other.filter(n => !own.some(o => sameName(n.text, o.text)));
      const [[mine, ...more], [theirs, ...rest]] = [strange, missing];
      if (!mine || !theirs || more.length + rest.length > 0 || shared(x, mine.span) < 0.5) continue;
      if (!x.others.some(s => speaksOf(s, mine.text))) return [namePair(x, mine, theirs)];
    }
    return [];
  });
};

/** Three names and more in a row, the last joined by "and". */
const lists = ofSentence(({ names, text }): readonly (readonly NameMention[])[] => {
  const found: NameMention[][] = [];
  for (const name of names) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && /^,? (?:and )?$|^, (?:and )?$/.test(text.slice(before.span.end, name.span.start)))
      last.push(name);
    else found.push([name]);
  }
  return found.filter(list => list.length >= 3);
});
