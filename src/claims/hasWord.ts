/** What single words tell of a sentence that has them, found for all who ask at one look at each of its words. */
import { type Form, ofForm } from './ofForm.ts';
import { ofSentence } from './ofSentence.ts';

const tests: ((form: Form) => boolean)[] = [];

/** Whether any token of a sentence meets a test, which must look at nothing but its form. At most 31 of them: they are bits. */
export function hasWord(test: (form: Form) => boolean): (sentence: Parameters<typeof signsOf>[0]) => boolean {
  const bit = 1 << (tests.push(test) - 1);
  return sentence => (signsOf(sentence) & bit) !== 0;
}

const signsOf = ofSentence(({ tokens }): number => {
  let signs = 0;
  for (const token of tokens) signs |= signsOfForm(token);
  return signs;
});

const signsOfForm = ofForm(form => {
  let signs = 0;
  for (let i = 0; i < tests.length; i++) if (tests[i]?.(form)) signs |= 1 << i;
  return signs;
});
