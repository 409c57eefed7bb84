/** Parameters that say how a reader came to a page, not which page it is. */
const tracking =
  /([?&])(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|smid|ref_src|ref_url|CMP|ito|guccounter)=[^\s&#)\]>"']*/gi;

/** Addresses within some words without the parameters that newsletters and networks add to them. */
export function withoutTracking(words: string): string {
  // What is left behind the first parameter begins with its mark, and a mark that nothing follows goes, too.
  return words.includes('=')
    ? words
        .replace(tracking, '$1')
        .replace(/\?&+/g, '?')
        .replace(/[?&]+(?=$|[\s#)\]>"'&.,;])/g, '')
    : words;
}
