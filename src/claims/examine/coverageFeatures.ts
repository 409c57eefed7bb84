import { coverage, type Examination, heldIn, isHeld } from './examination.ts';
import type { Feature } from './feature.ts';

/** How much of the claim the passages hold: by one, by three, by the source, by all; words, weights, near-words. */
export function coverageFeatures(x: Examination): Feature[] {
  const { claim, chosen, source, all, meetings } = x;
  const count = Math.max(1, claim.content.length);
  const share = (passages: Examination['chosen']) => {
    const held = passages.map(passage => heldIn(passage, claim));
    return claim.content.filter((_, i) => isHeld(i, held)).length / count;
  };
  const weights = meetings.reduce((sum, m) => sum + m.token.weight, 0) || 1;
  const soft = meetings.reduce((sum, m) => sum + m.token.weight * m.nearness, 0) / weights;
  const alike = meetings.reduce((sum, m) => sum + m.token.weight * m.likeness, 0) / weights;
  const sorted = meetings.map(m => m.nearness).sort((a, b) => a - b);
  const first = chosen.slice(0, 1);
  return [
    ['coverage1', coverage(claim, first)],
    ['coverage2', coverage(claim, chosen.slice(0, 2))],
    ['coverage3', coverage(claim, chosen)],
    ['coverageSource', coverage(claim, source)],
    ['coverageAll', coverage(claim, all)],
    ['share1', share(first)],
    ['share3', share(chosen)],
    ['shareSource', share(source)],
    ['soft3', soft],
    ['alike3', alike],
    ['lowest', sorted[0] ?? 0],
    ['lowest2', sorted[1] ?? 1],
    ['lowest3', sorted[2] ?? 1],
    ['chosen', chosen.length],
    ['passages', source.length],
    ['claimWords', claim.tokens.length],
    ['claimContent', claim.content.length],
    ['bestWords', chosen[0]?.tokens.length ?? 0],
    ['bestBeyond', beyond(x)],
  ];
}

/** Share of the best passage's content that the claim leaves out: a claim that says a small part of it. */
function beyond({ claim, chosen }: Examination): number {
  const best = chosen[0];
  if (!best || best.content.length === 0) return 1;
  return best.content.filter(t => !claim.places.has(t.stem)).length / best.content.length;
}
