import { namesItself, type Place } from '../engine.ts';
import type { Say } from './say.ts';

/** The line, page, chapter, time, record or paragraph that people know a place of a source by. */
export function locatorInWords({ kind, label }: Place, say: Say): string {
  if (namesItself({ kind, label })) return label;
  switch (kind) {
    case 'line':
      return say('line {0}', label);
    case 'page':
      return say('page {0}', label);
    case 'chapter':
      return say('chapter {0}', label);
    case 'time':
      return say('time {0}', label);
    case 'record':
      return say('record {0}', label);
    case 'paragraph':
      return say('paragraph {0}', label);
  }
}
