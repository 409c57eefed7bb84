/**
 * Pairs made by rule from open texts: a document's own sentences told otherwise (supported), and the same distorted (not
 * supported). They teach what the labelled sets lack: that copied words are borne out, and that one number, name, role
 * or "not" undoes it.
 */
import { changes, firstOf } from './distort.ts';
import { sample } from './draws.ts';
import { fuse, fuseWrongly, join, otherNumber, rename, wrongAntecedent, wrongSpeaker } from './fuse.ts';
import type { Material } from './material.ts';
import type { ClaimRecord } from './records.ts';
import { reshape, shorten } from './retell.ts';

const fused = [fuse, fuse, join, rename];
const fusedWrongly = [fuseWrongly, fuseWrongly, wrongAntecedent, wrongSpeaker, otherNumber];

/**
 * Records for one document, in three kinds. `rule_fuse`: two deeds of one subject in a sentence, or two sentences,
 * against those of two subjects, or with a name or number from elsewhere in the document. `rule_edit`: sentences
 * reshaped and reworded, against the same with one thing changed. `rule_gone`: sentences whose only place in the
 * document was taken away.
 */
export function recordsFor(source: ClaimRecord, material: Material, wanted: number, next: () => number): ClaimRecord[] {
  const made: ClaimRecord[] = [];
  const add = (kind: string, claim: string | undefined, label: ClaimRecord['label'], docs = source.docs) => {
    if (claim === undefined) return;
    made.push({ id: `${source.id}-${made.length}`, dataset: `rule_${kind}`, docs, claim, label, group: source.group });
  };
  for (const sentence of sample(material.candidates, wanted, next)) {
    add('fuse', firstOf(fused, sentence, material, next), 'supported');
    add('fuse', firstOf(fusedWrongly, shorten(sentence, next), material, next), 'unsupported');
    const kept = reshape(sentence, material, next);
    add('edit', kept.text, 'supported');
    add('edit', firstOf(changes, kept, material, next), 'unsupported');
  }
  for (const sentence of sample(material.candidates, Math.ceil(wanted / 3), next)) {
    const rest = source.docs.map(doc => without(doc, sentence.text));
    if (rest.some((doc, i) => doc !== source.docs[i])) add('gone', shorten(sentence, next).text, 'unsupported', rest);
    add('gone', reshape(sentence, material, next).text, 'supported');
  }
  return made;
}

function without(document: string, sentence: string): string {
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  return document.replace(new RegExp(pattern, 'g'), ' ');
}
