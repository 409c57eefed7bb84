/** What the server needs of the machine it runs on. `main.node.ts` gives it for Node; nothing here knows of disks. */

import type { Engine } from '../engine/types.ts';
import type { BibliographyEdits } from '../engine.ts';
import type { Draft } from '../model.ts';
import type { Settings } from '../settings.ts';

/** The files of one folder. */
export type FolderFiles = {
  /** What groundwork.json holds, and what is wrong with it as a file. A missing file is `undefined` without problems. */
  settings(): Promise<{ readonly value: unknown; readonly problems: readonly string[] }>;
  /** The text of groundwork.json as it is on disk, undefined when there is none, and where it is or would be. */
  settingsFile(): Promise<{ readonly uri: string; readonly text: string | undefined }>;
  /**
   * Brings the store up to what is on disk: new and changed files are read, vanished ones leave. Trouble becomes a
   * problem in the store. `progress` hears how many of the files are done.
   */
  sync(
    store: Engine['store'],
    settings: Settings,
    options: { readonly progress?: (done: number, all: number) => void; readonly signal?: AbortSignal },
  ): Promise<void>;
  /**
   * Looks at files and folders that came, went or changed, all in one go. Answers which are still being written and are
   * to be asked for again soon.
   */
  refresh(store: Engine['store'], settings: Settings, uris: readonly string[]): Promise<readonly string[]>;
  readonly references: FolderReferences;
  /** Settles when what was read is kept for the next start. */
  close(): Promise<void>;
};

export type CitedFormat = 'biblatex' | 'bibtex' | 'csl-json';

/** What of a draft's references needs files: its own bibliography and citation styles. */
export type FolderReferences = {
  /** Reads the bibliography files that the draft's front matter names, unless they were read. */
  read(engine: Engine, draft: Draft): Promise<void>;
  /** Insert Bibliography and Update Bibliography. */
  edits(engine: Engine, draft: Draft): Promise<BibliographyEdits>;
  exported(
    engine: Engine,
    draft: Draft,
    format: CitedFormat,
  ): Promise<{ readonly text: string; readonly count: number }>;
};

/** Where what was read is kept for the next start. */
export type Keeping = {
  /** The uri of a folder that the client lets us keep data in. */
  readonly storage?: string;
  readonly log: (message: string) => void;
};

/** What works in the background lets the writer go first. */
export type Courtesy = {
  /** The writer has typed or asked: an answer is about to be made. */
  typed(): void;
  answered(): void;
  /** Resolves once the writer has not typed for some seconds; rejects when the signal is aborted. */
  calm(signal: AbortSignal): Promise<void>;
};

export type Host = {
  /** Undefined when the folder is not on this machine's disk. */
  open(folderUri: string, keeping: Keeping): FolderFiles | undefined;
  createEngine(settings: Settings): Engine;
  /** One spelling for each file: editors and the disk encode uris differently. */
  canonical(uri: string): string;
  readonly courtesy?: Courtesy;
};
