import { l10n } from 'vscode';
import { howToCheckIt, isSourceInWords } from './isSourceInWords.ts';

/** What the Evidence view says of its own, in the editor's language; `{0}` is filled in by the page. */
export function evidenceWords(): Readonly<Record<string, string>> {
  return {
    nothing: l10n.t('Nothing to check here'),
    nothingHint: l10n.t('Put the cursor on a quotation, a citation or a sentence that states a fact.'),
    'not-a-draft': l10n.t('No draft is open'),
    'not-a-draftHint': l10n.t(
      'Open a draft in Markdown, plain text or LaTeX: what your sources say of it appears here.',
    ),
    'is-source': isSourceInWords(),
    'is-sourceHint': howToCheckIt(),
    'no-sources': l10n.t('No sources yet'),
    'no-sourcesHint': l10n.t(
      'Put articles into a folder named sources, or name your own folders in the setting groundwork.sources.include.',
    ),
    indexing: l10n.t('Reading the sources'),
    indexingHint: l10n.t('What they say appears here in a moment.'),
    quotation: l10n.t('Quotation'),
    claim: l10n.t('Claim'),
    citation: l10n.t('Citation'),
    passages: l10n.t('Passages'),
    passage: l10n.t('Passage {0} of {1}'),
    noPassages: l10n.t('No passage of your sources bears on this.'),
    draftHas: l10n.t('your draft: {0}'),
    sourceHas: l10n.t('the source: {0}'),
    leftOut: l10n.t('left out: {0}'),
    added: l10n.t('not in the source: {0}'),
    insert: l10n.t('Insert'),
    insertTitle: l10n.t('Insert passage {0} as a quotation with its citation'),
    cite: l10n.t('Cite'),
    citeTitle: l10n.t('Cite the source of passage {0}'),
    open: l10n.t('Open'),
    openTitle: l10n.t('Open the source at passage {0}'),
  };
}
