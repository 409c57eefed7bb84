import type { ArticleText } from '../articleText.ts';
import { parseInPieces } from '../xml/parseInPieces.ts';
import { breakAt, skippedElements } from './domText.ts';
import { isMark, noteLink } from './noteMarks.ts';

/**
 * Adds all words of a page or of a fragment of one in a single pass, without a tree: for e-mails and chapters of books,
 * and for pages too large or too deep to look for the article in. What stands in elements named by `without` is left out; `at` is told of each id before the words of its
 * element.
 */
export function appendHtml(
  html: string,
  text: ArticleText,
  { without, at }: { readonly without?: ReadonlySet<string>; readonly at?: (id: string) => void } = {},
): void {
  let [skipping, raised] = [0, 0];
  let link: ReturnType<typeof noteLink>;
  const isSkipped = (name: string): boolean => skippedElements.has(name) || without?.has(name) === true;
  parseInPieces(
    html,
    {
      onopentagname: name => {
        if (isSkipped(name)) skipping++;
        else if (skipping === 0) breakAt(name, text);
        if (name === 'sup') raised++;
      },
      onopentag: (name, attributes) => {
        if (name === 'a') link = noteLink(name, attributes);
      },
      onattribute: (name, value) => {
        if (name === 'id') at?.(value);
      },
      ontext: data => {
        if (skipping === 0 && !(link && isMark(data, link, raised > 0))) text.append(data);
      },
      onclosetag: name => {
        if (name === 'sup') raised--;
        else if (name === 'a') link = undefined;
        if (isSkipped(name)) skipping--;
        else if (skipping === 0 && name !== 'br') breakAt(name, text);
      },
    },
    { decodeEntities: true },
    {
      restarted: () => {
        [skipping, raised, link] = [0, 0, undefined];
      },
    },
  );
  text.breakParagraph();
}
