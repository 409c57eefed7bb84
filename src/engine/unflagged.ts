import { isAbout } from '../findings/isAbout.ts';
import type { ClaimItem } from '../model.ts';
import type { CheckResult } from './types.ts';

/**
 * Claims that are judged unsupported and of which no finding speaks, in the order of the draft; `text` is the draft's. All
 * their words may stand in the sources, so they carry no mark; who files the draft still has to look at them.
 */
export function unflagged({ items, findings, ignored }: CheckResult, text: string): ClaimItem[] {
  const spoken = [...findings, ...ignored];
  return items.filter(
    (item): item is ClaimItem =>
      item.kind === 'claim' &&
      item.verdict.label === 'unsupported' &&
      !spoken.some(finding => isAbout(finding, item, text)),
  );
}
