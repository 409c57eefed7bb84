/**
 * Source text is data: nothing in a title may become emphasis, a link, a footnote, a citation or HTML. Characters that
 * mean something to Markdown (Pandoc's and GitHub's) get a backslash, addresses are kept from linking themselves.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~$^]|&(?=#?\w+;)|@(?=[\p{L}\p{N}_{])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/\b(https?|ftp|mailto|xmpp)(:)/gi, '$1\\$2')
    .replace(/\b(www)(\.)/gi, '$1\\$2')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^(?=[#+=-])/, '\\');
}

/** The words that escaped Markdown stands for. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** White space of any kind becomes one space; characters that turn the direction of the text behind them go. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
