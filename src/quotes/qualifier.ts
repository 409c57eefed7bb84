/**
 * The words with which a source takes something back right behind `offset` (`… if not`, `, but only in May`), as far as the
 * next mark; undefined when it does not. A quotation that stops there may mislead without a wrong word in it.
 */
export function qualifierBehind(text: string, offset: number): string | undefined {
  const match = qualifier.exec(text.slice(offset, offset + 120));
  return match?.[0].replace(/^[^\p{L}]+/u, '').trim();
}

const qualifier =
  /^[,;]?\s*[—–-]{0,2}\s*(?:but|if|unless|except|although|though|however|albeit|only if|or else|provided|as long as|until|in theory|maybe|perhaps|yet|not yet)\b[^.!?"”\n]{0,60}/i;
