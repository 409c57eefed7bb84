/** Whether words are written as a title is: all with a capital but the small ones. */
export function isTitle(words: readonly string[]): boolean {
  return words.every(word => /^\P{L}*(?:\p{Lu}|a|an|and|at|for|in|of|on|or|the|to|with|\P{L}*$)/u.test(word));
}

/** Whether quoted words could be a title that the writer's sentence goes on behind: `“Tales From the Crypt,” an HBO series`. */
export function isWovenTitle(words: string): boolean {
  const all = words.match(/\S+/g) ?? [];
  return all.length <= longestTitle && /,[\s"'”’]*$/.test(words) && /\p{Lu}/u.test(all[0] ?? '') && isTitle(all);
}

const longestTitle = 8;

/** Whether the words before a mark end in a kind of work: `in his 2002 book, `. */
export function endsInWork(before: string): boolean {
  return /\b(?:books?|novel|songs?|memoir|album|films?|movie|essay|column|show|series|article|piece|poem|play|report|paper|documentary|single|reads?|sheet|bestseller|track|sitcom|program|magazine|blog)[,\s]*$/.test(
    before,
  );
}
