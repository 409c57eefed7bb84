import { l10n } from 'vscode';

/** What is said of a file ("is empty") where it stands on a line of its own. */
export const sentence = (said: string): string => `${said.slice(0, 1).toLocaleUpperCase()}${said.slice(1)}`;

/** Numbers of things in words, one thing as one. */
export const sourcesInWords = (count: number): string =>
  count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count);
export const findingsInWords = (count: number): string =>
  count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
export const quotationsInWords = (count: number): string =>
  count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count);
export const claimsInWords = (count: number): string => (count === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', count));

/** A date that nobody stated has a question mark, as in the terminal. */
export function dateInWords({
  published,
  guessed,
}: {
  readonly published?: string;
  readonly guessed?: readonly string[];
}): string | undefined {
  return published !== undefined && guessed?.includes('published') ? `${published}?` : published;
}
