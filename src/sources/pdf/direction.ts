import { rightward } from './fragments.ts';
import type { Page, Run } from './page.ts';

/** Whether a page is written from right to left. */
export function isRightToLeft(runs: readonly Run[]): boolean {
  let [right, other] = [0, 0];
  for (const { text } of runs) {
    for (const letter of text.match(/\p{L}/gu) ?? []) {
      if (rightward.test(letter)) right++;
      else other++;
    }
  }
  return right > other;
}

/** The page turned over, as in a mirror: what is read from right to left can then be laid out as if it were the other way. */
export function turnedOver({ runs, width }: Page): Run[] {
  return runs.map(run => ({ ...run, x: width - run.x - run.width }));
}
