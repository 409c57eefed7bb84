import { median, type Run } from './page.ts';

/** In sizes of the page's usual type: a letter from here on is an ornament at the start of a paragraph. */
const large = 1.9;

/** Puts a large first letter that reaches down over several lines before the words that it begins. */
export function withDropCaps(runs: readonly Run[]): Run[] {
  const size = median(runs.map(run => run.size));
  const caps = runs.filter(run => /^[“"‘']?\p{Lu}$/u.test(run.text.trim()) && run.size >= large * size);
  const joined = new Map<Run, Run | undefined>();
  for (const cap of caps) {
    const right = cap.x + cap.width;
    const beside = runs
      .filter(run => run.size < cap.size / 1.5 && run.x > right - 2 && run.x < right + size && /^\p{L}/u.test(run.text))
      .filter(run => run.y < cap.y && run.y > cap.y - cap.size);
    const first = beside.sort((a, b) => a.y - b.y)[0];
    if (!first || joined.has(first)) continue;
    joined.set(cap, undefined);
    // It stays where it stands: beside the letter, the lines below it are not indented either.
    joined.set(first, { ...first, text: cap.text.trim() + first.text });
  }
  return joined.size === 0 ? [...runs] : runs.flatMap(run => (joined.has(run) ? (joined.get(run) ?? []) : [run]));
}
