import { ofForm } from '../ofForm.ts';
import type { Sentence, Token } from '../tokens.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import type { Fragment } from './fragments.ts';
import type { Standing } from './standing.ts';
import { isVerb } from './subjectFeatures.ts';

const cues = {
  Not: ofForm(({ text }) =>
    /^(?:not|no|never|none|neither|nor|without|cannot|.*n['’]t|denied|denies|refus\w*|fail\w*|hardly|unlikely|false|wrong)$/i.test(
      text,
    ),
  ),
  May: ofForm(({ text }) =>
    /^(?:may|might|could|would|should|possibl[ey]|probabl[ey]|likely|perhaps|potential\w*|plan\w*|propos\w*|consider\w*|expect\w*|hop(?:e|es|ing|ed)|want\w*|if|unless|whether|try|tried|attempt\w*|almost|nearly)$/i.test(
      text,
    ),
  ),
  Say: ofForm(({ text }) =>
    /^(?:said|says|say|told|claim\w*|alleg\w*|accus\w*|believ\w*|suggest\w*|according|argu\w*|report\w*|think\w*|thought|warn\w*|insist\w*)$/i.test(
      text,
    ),
  ),
};

/** Where the claim leaves the source's own words: what was left out there, and what was joined. */
export function spliceFeatures(x: Examination, pieces: readonly Fragment[]): Feature[] {
  const long = pieces.filter(p => p.length > 1 || pieces.length === 1);
  const dropped = left(x, long);
  const features: Feature[] = [];
  for (const [name, isCue] of Object.entries(cues)) {
    const own = x.claim.tokens.some(isCue);
    features.push([`dropped${name}`, dropped.inside.filter(isCue).length]);
    features.push([`lost${name}`, !own && dropped.around.some(isCue) ? 1 : 0]);
  }
  features.push(['droppedNames', dropped.inside.filter(t => t.name).length]);
  features.push(['droppedWords', dropped.inside.length]);
  return [...features, ...seams(x, long)];
}

type Left = { readonly inside: readonly Token[]; readonly around: readonly Token[] };

/** What the passages have between two stretches that follow one another, and in the clause around the stretches. */
function left({ source }: Examination, pieces: readonly Fragment[]): Left {
  const inside: Token[] = [];
  const around: Token[] = [];
  for (const [i, piece] of pieces.entries()) {
    const tokens = source[piece.passage]?.tokens ?? [];
    const end = piece.start + piece.length;
    const next = pieces[i + 1];
    const goesOn = next?.passage === piece.passage && next.start >= end && next.start - end <= 12;
    if (goesOn) inside.push(...tokens.slice(end, next.start));
    else around.push(...tokens.slice(end, end + 4));
    if (pieces[i - 1]?.passage !== piece.passage)
      around.push(...tokens.slice(Math.max(0, piece.start - 6), piece.start));
  }
  return { inside, around };
}

const links = /^(?:and|but|while|who|which|after|before|because|when|where|as|although)$/i;
const prepositions = /^(?:in|at|on|for|by|from|with|to|of|against|about|over|during|into|near|under|since|until)$/i;

type Seam = 'known' | 'link' | 'preposition' | 'verb' | 'other';

/** Seams between two passages by where they fall: a subject given another's deed, a tail given to another head. */
function seams({ claim, standing }: Examination, pieces: readonly Fragment[]): Feature[] {
  const found = pieces.flatMap((b, i) => {
    const a = pieces[i - 1];
    return a && a.passage !== b.passage ? [seamAt(claim, b.at, standing)] : [];
  });
  const count = (kind: Seam) => found.filter(seam => seam === kind).length;
  return [
    ['seamVerb', count('verb')],
    ['seamPreposition', count('preposition')],
    ['seamLink', count('link')],
    ['seamOther', count('other')],
    ['seamKnown', count('known')],
    ['seamBad', count('verb') + count('preposition') + count('other')],
  ];
}

function seamAt(claim: Sentence, at: number, standing: Standing): Seam {
  const [last, first] = [claim.tokens[at - 1], claim.tokens[at]];
  if (!last || !first || joined(claim, at, standing)) return 'known';
  if (links.test(first.text) || links.test(last.text)) return 'link';
  if (prepositions.test(first.text) || prepositions.test(last.text)) return 'preposition';
  return isVerb(first, last) || first.stop ? 'verb' : 'other';
}

/** Whether the content words left and right of the seam stand near each other in some passage. */
function joined({ tokens }: Sentence, at: number, standing: Standing): boolean {
  const a = tokens.slice(Math.max(0, at - 4), at).findLast(t => !t.stop);
  const b = tokens.slice(at, at + 4).find(t => !t.stop);
  if (!a || !b) return false;
  const others = standing(b.stem);
  return standing(a.stem).some((places, p) => places.some(i => others[p]?.some(j => Math.abs(i - j) <= 6)));
}
