/** An examination as numbers for the trees. */
import { bondFeatures } from './bondFeatures.ts';
import { clauseFeatures } from './clauseFeatures.ts';
import { contextFeatures } from './contextFeatures.ts';
import { coverageFeatures } from './coverageFeatures.ts';
import type { Examination } from './examination.ts';
import type { Feature } from './feature.ts';
import { fragmentFeatures } from './fragmentFeatures.ts';
import { subjectFeatures } from './subjectFeatures.ts';
import { verbFeatures } from './verbFeatures.ts';
import { wordFeatures } from './wordFeatures.ts';

/** All features, always the same names in the same order. */
export function features(examination: Examination): Feature[] {
  return [
    ...coverageFeatures(examination),
    ...wordFeatures(examination),
    ...contextFeatures(examination),
    ...fragmentFeatures(examination),
    ...subjectFeatures(examination),
    ...bondFeatures(examination),
    ...clauseFeatures(examination),
    ...verbFeatures(examination),
  ];
}
