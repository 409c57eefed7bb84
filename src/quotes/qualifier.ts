/**
 * The words with which a source takes something back right behind `offset` (`… if not`, `, but only in May`), as far as the
 * next mark; undefined when it does not. A quotation that stops there may mislead without a wrong word in it.
 */
export function qualifierBehind(text: string, offset: number): string | undefined {
  const match = qualifier.exec(text.slice(offset, offset + 120));
  return match?.[0].replace(/^[^\p{L}]+/u, '').trim();
}

/**
 * The words right before `offset` without which what follows says more than the source did (`tens of | thousands died`, `I
 * don't think | it is safe`); undefined when there are none. A quotation that begins there may mislead as well.
 */
export function qualifierBefore(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - 60), offset);
  const clause = before.slice(before.search(/[^.!?;:"“”\n]*$/));
  return leading.exec(clause)?.[0].replace(/\s+/g, ' ').trim();
}

const leading =
  /(?<!\p{L})(?:(?:tens|hundreds|dozens|scores|half|some|many|most|part|none|neither|a (?:few|fraction|third|quarter|handful|couple)|(?:a )?few|hardly any) of|almost|nearly|not quite|about|around|roughly|approximately|up to|at least|at most|(?:more|less|fewer|no more|no less|no fewer) than|close to|as many as|as much as|over|under|if|unless|maybe|perhaps|possibly|probably|allegedly|supposedly|hardly|barely|scarcely|not|never|no|nobody|nothing|(?:\p{L}+n[’']t|cannot|not) (?:think|believe|say|mean|know|want|claim)(?: that)?|(?:I )?doubt(?: that)?|\p{L}+n[’']t)\s+(?:the )?$/iu;

const qualifier =
  /^[,;]?\s*[—–-]{0,2}\s*(?:but|if|unless|except|although|though|however|albeit|only if|or else|provided|as long as|until|in theory|maybe|perhaps|yet|not yet)\b[^.!?"”\n]{0,60}/i;
