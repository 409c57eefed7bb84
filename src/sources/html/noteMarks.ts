/** What a link or a raised number says when it only leads to a note, or from the note back. */
const mark = /^\s*[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?\s*$/;
const wayBack = /^(?:\s|[↩↑⤴^]|\ufe0e)+$/u;

/** Longer than any mark, with what stands around it. */
export const longestMark = 12;

type Attributes = Readonly<Record<string, string | null | undefined>>;

/** What an element may have to do with notes: it is one's mark in any case, or where it is raised as well. */
export function noteLink(name: string, attributes: Attributes): 'sure' | 'raised' | undefined {
  if (name !== 'a') return undefined;
  const type = `${attributes['epub:type'] ?? ''} ${attributes.role ?? ''} ${attributes.class ?? ''}`;
  if (/noteref|backlink|foot-?note|end-?note|sdfootnote|sdendnote/i.test(type)) return 'sure';
  return attributes.href?.includes('#') ? 'raised' : undefined;
}

/** Whether the words of such a link are a mark, which nobody said: `1`, `[12]`, `*`, `↩`. */
export function isMark(words: string, link: 'sure' | 'raised', isRaised: boolean): boolean {
  return wayBack.test(words) || ((link === 'sure' || isRaised) && mark.test(words));
}
