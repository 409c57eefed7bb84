import type { Citation, Source } from '../model.ts';
import { shortened } from '../text/shortened.ts';
import { oneLine } from './escape.ts';
import type { Library } from './library.ts';
import { type CitationStyle, namedBy } from './style.ts';

/**
 * A wiki link, `[[sources/budget|Bridge budget grows again]]`, as Obsidian and Foam read it. Markdown sources go without
 * their extension; a source whose path cannot stand in a wiki link goes by its citation key.
 */
export const wikilink: CitationStyle = {
  name: 'wikilink',
  write(source, _parts, { library }) {
    const target = targetOf(source);
    const title = shortened(oneLine(source.title.replace(/[[\]|\\]/g, ' ')), 80);
    const mark = `[[${/[[\]|#^\n]/.test(target) || target === '' ? library.keyOf(source) : target}${title && `|${title}`}]]`;
    return { gap: ' ', mark, edits: [] };
  },
  find({ draft, prose, library }) {
    const found: Citation[] = [];
    for (const { span, target } of prose.links) {
      if (!draft.text.startsWith('[[', span.start)) continue;
      const page = target.replace(/[#^].*$/s, '').trim();
      const source = library.remember(targetsOf).get(page.toLowerCase());
      const named = source ? { sourceId: source.id } : namedBy(page, library);
      if (named.sourceId !== undefined) found.push({ span, key: target, style: 'wikilink', ...named });
    }
    return found;
  },
};

function targetOf(source: Source): string {
  return source.path.replace(/\.(?:md|markdown)$/i, '');
}

/** Links may give the whole path or the file's name alone, with or without the extension; a name that two files have is nobody's. */
function targetsOf({ sources }: Library): Map<string, Source> {
  const targets = new Map<string, Source>();
  const ambiguous = new Set<string>();
  const add = (name: string, source: Source): void => {
    const known = targets.get(name.toLowerCase());
    if (known && known !== source) ambiguous.add(name.toLowerCase());
    targets.set(name.toLowerCase(), source);
  };
  for (const source of sources) {
    const path = targetOf(source);
    for (const name of [path.replace(/^.*\//s, ''), source.path.replace(/^.*\//s, '')]) add(name, source);
  }
  for (const name of ambiguous) targets.delete(name);
  for (const source of sources)
    for (const name of [targetOf(source), source.path]) targets.set(name.toLowerCase(), source);
  return targets;
}
