import { plainProse } from './plaintext.ts';
import type { Prose } from './prose.ts';

/** The prose of a LaTeX draft. */
export function latexProse(text: string): Prose {
  return plainProse(text);
}
