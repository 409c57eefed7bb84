import { createArticleText } from '../articleText.ts';
import { furniture } from './domText.ts';
import { appendHtml } from './plainHtml.ts';

/** An article is hardly ever shorter; what is, and asks for money or a click, is not the article. */
const fewWords = 250;

const paywall =
  /\b(?:subscribe (?:now |today )?to (?:continue|read|keep reading|unlock)|continue reading (?:with|by|for)|to (?:continue|keep) reading|to read the (?:full|whole|rest)|already a subscriber|for subscribers only|subscribers? only|(?:exclusive|available) (?:to|for) subscribers|sign in to (?:read|continue)|log in to (?:read|continue)|create a free account|start your (?:free )?trial|unlock this (?:article|story)|remaining free articles|jetzt (?:weiterlesen|abonnieren)|réservé aux abonnés|para suscriptores)\b/i;

const noPage =
  /\b(?:404 not found|page not found|access denied|just a moment\.\.\.|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|enable javascript|javascript is (?:disabled|required)|unusual traffic|403 forbidden|502 bad gateway|error 5\d\d|please turn on cookies|checking your browser)\b/i;

/** The words of the page but for those at its top and bottom, where every page of a site offers a subscription. */
function visible(html: string): string {
  const text = createArticleText();
  appendHtml(html, text, { without: new Set([...furniture, 'header']) });
  return text.finish().text;
}

/** What a saved page is when it is not the article: the visible part before a paywall, an error, a robot check. */
export function stubProblem(text: string, html: string, paywalled: boolean): string[] {
  const words = text.split(/\s+/, fewWords + 1).filter(word => word !== '').length;
  const count = `${words} ${words === 1 ? 'word' : 'words'}`;
  if (words < 120 && noPage.test(text || html.slice(0, 20_000)))
    return [`seems to be an error page or a robot check (${count}), not the article; save the page from a browser`];
  const asks = words <= fewWords && (paywalled || paywall.test(visible(html)));
  if (asks || (paywall.test(text.slice(-600)) && words <= fewWords))
    return [`seems to end at a paywall (${count}); sign in and save the whole article`];
  const pages = /\bpage 1 of ([2-9]|[1-9]\d)\b/i.exec(text);
  return pages ? [`holds only page 1 of ${pages[1]}; save the other pages, too, or the page for printing`] : [];
}
