import type { Source } from '../model.ts';

/** What sources said before they changed, as much of it as is worth its memory. */
export type PreviousTexts = {
  /** Latest first. */
  of(id: string): readonly Source[];
  /** The source is about to change or to go. */
  note(source: Source): void;
  /** The source says this now: it is no previous text any more. */
  current(source: Source): void;
};

/** An editor that saves by itself makes many versions of a file: the last few are kept. */
const mostVersions = 4;
/** Characters: of one text, and of all texts together; the ones noted first go first. */
const longestText = 1_000_000;
const mostText = 8_000_000;

export function createPreviousTexts(): PreviousTexts {
  const noted = new Map<string, readonly Source[]>();
  let total = 0;
  const set = (id: string, versions: readonly Source[]): void => {
    total += lengthOf(versions) - lengthOf(noted.get(id) ?? []);
    // Set anew, so that the order of the map is that of the last changes.
    noted.delete(id);
    if (versions.length > 0) noted.set(id, versions);
  };
  return {
    of: id => noted.get(id) ?? [],
    note: source => {
      if (source.text.length > longestText) return;
      const others = (noted.get(source.id) ?? []).filter(({ text }) => text !== source.text);
      set(source.id, [source, ...others].slice(0, mostVersions));
      for (const id of noted.keys()) {
        if (total <= mostText) break;
        set(id, []);
      }
    },
    current: source => {
      const versions = noted.get(source.id);
      const others = versions?.filter(({ text }) => text !== source.text);
      if (versions && others && others.length < versions.length) set(source.id, others);
    },
  };
}

function lengthOf(versions: readonly Source[]): number {
  return versions.reduce((sum, { text }) => sum + text.length, 0);
}
