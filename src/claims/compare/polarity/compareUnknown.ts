/** What a passage calls an open question told as a fact: "too early to say whether they shrink" against "they shrink". */
import { holds } from '../../examine/examination.ts';
import { type Comparer, likeness, pair } from '../pair.ts';

const open =
  /\b(?:(?:too (?:early|soon)|impossible|not possible|hard|difficult) to (?:say|tell|know)|(?:is|was|are|were) (?:not|un)(?: yet)? ?(?:known|clear|certain)|(?:remains?|remained) (?:unclear|unknown|uncertain|open|to be seen)|(?:do|does|did)(?: not|n['’]t) (?:yet )?know|(?:could|would) not (?:say|confirm)|declined to (?:say|confirm)|(?:postponed|put off|deferred|delayed|has yet to make|no) (?:[\p{L}\d]+ ){0,4}?decision on) (?:whether|if) /iu;
const doubt =
  /\b(?:whether|if|may|might|could|would|unclear|unknown|perhaps|possibly|question|not|no|never|doubt\w*|uncertain|early)\b|n['’]t\b|\?/i;

/** "…, Whitby said" at the end. */
const attribution =
  /,(?: (?:[\p{L}.'’-]+ ){0,4}(?:said|says|wrote|added)| (?:said|says|wrote|added)(?: [\p{L}.'’-]+){1,4}| according to [^,]+)\.?$/u;

export const compareUnknown: Comparer = x => {
  const match = / (?:whether|if) /.test(x.source.text) ? open.exec(x.source.text) : null;
  if (!match || doubt.test(x.claim.text)) return [];
  const from = match.index + match[0].length;
  const asked = x.source.content.filter(t => t.span.start >= from);
  const said = x.claim.text.search(attribution);
  const own = x.claim.content.filter(t => said < 0 || t.span.end <= said);
  const told = own.filter(t => asked.some(a => a.stem === t.stem));
  const [first] = told;
  const last = told.at(-1);
  if (!first || !last || told.length < 3 || likeness(x) < 0.75) return [];
  const stated = own.filter(t => t.span.start >= first.span.start && t.span.end <= last.span.end);
  if (told.length < 0.75 * stated.length) return [];
  if (x.others.some(s => s !== x.source && told.every(t => holds(s, t)))) return [];
  const end = match.index + match[0].trimEnd().length;
  return [pair(x, { start: first.span.start, end: last.span.end }, { start: match.index, end }, 'wording')];
};
