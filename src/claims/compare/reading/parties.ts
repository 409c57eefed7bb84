/** Who and what has a part in a deed, and whether two parties are one. */
import { sameName } from '../alike/sameName.ts';
import type { Frame, Party } from './frames.ts';

/** Verbs that tell too little alone to say that two sentences tell of one deed. */
export const light = /^(?:is|are|was|were|be|been|has|have|had|do|did|does|make|get|go|come|take|includ|becom)$/;
/** Deeds that say the same with their parts exchanged. */
export const mutual =
  /^(?:meet|marri|talk|speak|discuss|agre|agr|trade|fight|join|face|play|draw|border|equal|resembl|match|accompani|follow)$/;

export const speech = /^(?:say|announc|add|warn|argu|claim|promis|predict|explain|insist|tell|stat|declar|propos)$/;

type Role = { readonly name: string; readonly party: Party };

export function rolesOf({ doer, target, others }: Frame): Role[] {
  const all = [
    { name: 'doer', party: doer },
    { name: 'target', party: target },
  ];
  for (const [name, party] of others) all.push({ name, party });
  return all.filter(role => role.party.length > 0);
}

export function roleIn(frame: Frame, name: string): Party {
  return name === 'doer' ? frame.doer : name === 'target' ? frame.target : (frame.others.get(name) ?? []);
}

/** Whether two parties are the same, two different ones, or cannot be told apart. */
export function meet(a: Party, b: Party): 'same' | 'apart' | 'unclear' {
  if (a.length === 0 || b.length === 0) return 'unclear';
  for (const own of a) for (const other of b) if (isSame(own, other)) return 'same';
  const [mine, theirs] = [a.filter(n => n.name), b.filter(n => n.name)];
  return mine.length > 0 && theirs.length > 0 ? 'apart' : 'unclear';
}

type Noun = Party[number];

function isSame(a: Noun, b: Noun): boolean {
  if (a.isPronoun || b.isPronoun) return false;
  if (a.name && b.name) return sameName(a.name.text, b.name.text);
  return (
    a.head.length > 0 && a.head.every(t => b.head.some(u => u.stem === t.stem)) && (isWithin(a, b) || isWithin(b, a))
  );
}

/** Whether all that one says is said in the other too. */
function isWithin(a: Noun, b: Noun): boolean {
  return a.content.length > 0 && a.content.every(t => b.content.some(u => u.stem === t.stem));
}

export function stands(a: Party, b: Party): boolean {
  return a.some(
    own =>
      !own.isPronoun &&
      b.some(other => !other.isPronoun && (isSame(own, other) || isWithin(own, other) || isWithin(other, own))),
  );
}
