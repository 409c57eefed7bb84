/** Pairs made by rule from claims known to be borne out: the same cut or merged, with one thing changed, or bereft of a passage. */
import { readSentence } from '../../src/claims/tokens.ts';
import { type Change, changeName, changes, changeTail, firstOf, nearName, negate } from './distort.ts';
import { pickOne } from './draws.ts';
import { join, otherNumber, rename, wrongSpeaker } from './fuse.ts';
import type { Candidate, Material } from './material.ts';
import type { ClaimRecord } from './records.ts';
import { cut } from './retell.ts';

const wrong: readonly Change[] = [
  ...changes,
  otherNumber,
  otherNumber,
  nearName,
  nearName,
  changeName,
  changeTail,
  negate,
  wrongSpeaker,
];

const right: readonly Change[] = [(s, _, next) => cut(s.text, next)?.replace(/,\.$/, '.'), rename, join];

/**
 * `rule_told`: the claim told otherwise against the claim distorted; `rule_gone`: a sentence of evidence taken away.
 * `fellows` are other claims of the same document that are borne out.
 */
export function retold(
  source: ClaimRecord,
  fellows: readonly Candidate[],
  material: Material,
  next: () => number,
): ClaimRecord[] {
  const own: Candidate = { text: source.claim, words: readSentence(source.claim) };
  const made: ClaimRecord[] = [];
  const add = (kind: string, claim: string | undefined, label: ClaimRecord['label'], docs = source.docs) => {
    if (claim === undefined) return;
    const id = `${source.id}-told${made.length}`;
    made.push({ id, dataset: `rule_${kind}`, docs, claim, label, group: source.group });
  };
  add('told', firstOf(wrong, own, material, next), 'unsupported');
  const others = fellows.filter(other => !isAlike(own, other));
  add('told', firstOf(right, own, { ...material, candidates: others.length ? others : [own] }, next), 'supported');
  const rest = source.dataset === 'feverous' ? withoutOne(source.docs[0] ?? '', next) : undefined;
  if (rest !== undefined) add('gone', source.claim, 'unsupported', [rest]);
  return made;
}

/** Two versions of one claim, which nobody would merge. */
function isAlike(a: Candidate, b: Candidate): boolean {
  return b.words.content.filter(t => a.words.places.has(t.stem)).length > 0.4 * b.words.content.length;
}

/** A document that is nothing but the evidence, with one of its sentences gone. */
function withoutOne(document: string, next: () => number): string | undefined {
  const lines = document.split('\n').filter(line => line.trim().length > 20);
  return lines.length > 1 && lines.length < 8 ? document.replace(pickOne(lines, next), '') : undefined;
}
