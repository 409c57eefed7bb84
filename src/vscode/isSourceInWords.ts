import { l10n } from 'vscode';

/** Said wherever somebody looks for what is found in a file that lies among the sources. */
export const isSourceInWords = (): string => l10n.t('This file is one of the sources: it is not checked.');
export const howToCheckIt = (): string =>
  l10n.t('To have it checked as a draft, move it out of the folders that groundwork.sources.include names.');
