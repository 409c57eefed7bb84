/** One workspace folder: its settings, its sources, its engine. */
import type { Engine } from '../engine/types.ts';
import type { Settings } from '../settings.ts';
import { folderSettings } from './configuration.ts';
import type { Courtesy, FolderFiles, Host } from './host.ts';
import type { FolderStatus } from './protocol.ts';
import { createTurns } from './turns.ts';

export type Place = { readonly uri: string; readonly name: string };

export type Folder = Place & {
  /** The engine as the settings are now; its store fills up while `ready` is pending. */
  engine(): Engine;
  /** Whether sources are being read just now. */
  indexing(): boolean;
  /** What is wrong with the settings, each a plain sentence. */
  settingProblems(): readonly string[];
  /** Differs whenever a check could come out differently for the same draft. */
  revision(): string;
  /**
   * Settles when the sources were read once, or when that takes so long that an answer from those read so far is better
   * than none. Never rejects.
   */
  readonly ready: Promise<void>;
  /** Reads settings again, and the sources again where the settings changed what they are. */
  configure(): Promise<void>;
  /** Compares all files with the disk. */
  rescan(): Promise<void>;
  /** Looks again at files and folders that came, went or changed; those that are still being written, a little later. */
  refresh(uris: readonly string[]): Promise<void>;
  status(): FolderStatus;
  /** Undefined for a folder that is on no disk. */
  readonly references: FolderFiles['references'] | undefined;
  /** groundwork.json as it is on disk; undefined for a folder that is on no disk. */
  settingsFile(): ReturnType<FolderFiles['settingsFile']> | undefined;
  /** Settles when what was read is kept for the next start. */
  close(): Promise<void>;
};

/** What a folder asks of the editor. */
export type FolderOutlook = {
  editorSettings(folderUri: string): Promise<unknown>;
  /** Shows that sources are being read, until `done`; the writer may cancel it. */
  progress(folderName: string): { report(share: number): void; done(): void; readonly cancelled: AbortSignal };
  /** The sources or the settings changed. */
  changed(folder: Folder): void;
  log(message: string): void;
  /** The uri of a folder that the client lets us keep data in. */
  readonly storage?: string;
};

/** Milliseconds after which answers no longer wait for the first reading of the sources to end. */
const longestWait = 3000;
/** Milliseconds after which files that were being written are looked at again. */
const lookAgain = 150;

type State = {
  engine: Engine;
  settingsRevision: number;
  settingProblems: readonly string[];
  indexing: boolean;
  /** The writer stopped the reading; it goes on with the next change. */
  stopped: boolean;
};

export function openFolder(place: Place, host: Host, initial: Settings, outlook: FolderOutlook): Folder {
  const log = (message: string): void => outlook.log(`${place.name}: ${message}`);
  const files = host.open(place.uri, { log, ...(outlook.storage === undefined ? {} : { storage: outlook.storage }) });
  const closing = new AbortController();
  const state: State = {
    engine: host.createEngine(initial),
    settingsRevision: 0,
    settingProblems: [],
    indexing: true,
    stopped: false,
  };
  const { courtesy } = host;
  const parts: Parts = {
    place,
    files,
    state,
    outlook,
    log,
    closing: closing.signal,
    ...(courtesy ? { courtesy } : {}),
  };
  const { first, ...work } = workOn(parts, () => folder);
  const folder: Folder = {
    ...place,
    ...work,
    engine: () => state.engine,
    indexing: () => state.indexing,
    settingProblems: () => state.settingProblems,
    revision: () => {
      const { revision, pending } = state.engine.store;
      return `${state.settingsRevision}.${state.engine.bibliographies.revision}.${revision}${pending > 0 ? ' and more to come' : ''}`;
    },
    ready: orAfter(first, longestWait),
    status: () => folderStatus(place, state),
    settingsFile: () => files?.settingsFile(),
    references: files?.references,
    close: async () => {
      closing.abort();
      await files?.close();
    },
  };
  return folder;
}

type Parts = {
  readonly place: Place;
  readonly files: FolderFiles | undefined;
  readonly state: State;
  readonly outlook: FolderOutlook;
  readonly log: (message: string) => void;
  readonly closing: AbortSignal;
  readonly courtesy?: Courtesy;
};

/** What brings a folder in step, one after the other and each told when it is done; `first` has begun. */
function workOn(parts: Parts, folder: () => Folder) {
  const { files, state, outlook, log, closing } = parts;
  const inTurn = createTurns(closing, error => log(String(error)));
  const warm = createWarming(parts);
  const told = async (work: Promise<void>): Promise<void> => {
    await work;
    if (closing.aborted) return;
    outlook.changed(folder());
    warm(state.engine);
  };
  const rescan = async (): Promise<void> => {
    state.indexing = true;
    outlook.changed(folder());
    await readSources(parts);
  };
  const lookAt = async (uris: readonly string[]): Promise<void> => {
    if (state.stopped) return rescan();
    const busy = (await files?.refresh(state.engine.store, state.engine.settings, uris)) ?? [];
    if (busy.length > 0) setTimeout(() => void folder().refresh(busy), lookAgain);
  };
  return {
    first: told(
      inTurn(async () => {
        await readSettings(parts);
        await readSources(parts);
      }),
    ),
    configure: () => told(inTurn(async () => ((await readSettings(parts)) ? rescan() : undefined))),
    rescan: () => told(inTurn(rescan)),
    refresh: inBatches(uris => (closing.aborted ? Promise.resolve() : told(inTurn(() => lookAt(uris()))))),
  };
}

/**
 * Finds the quotes of all sources in small turns behind the answers and, when nobody types, practises checks; a later call
 * takes the place of the one before.
 */
function createWarming({ closing, log, courtesy }: Parts): (engine: Engine) => void {
  let last = new AbortController();
  const warm = async (engine: Engine, signal: AbortSignal): Promise<void> => {
    await engine.warm(signal);
    await courtesy?.calm(signal);
    await engine.practise(signal);
  };
  return engine => {
    last.abort();
    last = new AbortController();
    const signal = AbortSignal.any([last.signal, closing]);
    warm(engine, signal).catch(error => signal.aborted || log(String(error)));
  };
}

/** All files that are named until the turn of the first of them comes are one batch. */
function inBatches(
  start: (uris: () => readonly string[]) => Promise<void>,
): (uris: readonly string[]) => Promise<void> {
  let named = new Set<string>();
  let batch: Promise<void> = Promise.resolve();
  const take = (): string[] => {
    const uris = [...named];
    named = new Set();
    return uris;
  };
  return uris => {
    const isFirst = named.size === 0;
    for (const uri of uris) named.add(uri);
    if (isFirst) batch = start(take);
    return batch;
  };
}

/** The work, or so many milliseconds of it. */
async function orAfter(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

/** True when the settings changed which files are sources. */
async function readSettings({ state, place, files, outlook }: Parts): Promise<boolean> {
  const [file, editor] = await Promise.all([files?.settings(), outlook.editorSettings(place.uri)]);
  const { settings, problems } = folderSettings(file?.value, editor);
  state.settingProblems = [...(file?.problems ?? []), ...problems];
  for (const problem of state.settingProblems) outlook.log(`${place.name}: ${problem}`);
  const before = state.engine.settings;
  state.engine = state.engine.withSettings(settings);
  state.settingsRevision += 1;
  return choosesSources(before) !== choosesSources(settings);
}

async function readSources({ files, state, place, outlook, closing }: Parts): Promise<void> {
  state.indexing = true;
  const shown = outlook.progress(place.name);
  try {
    const progress = (done: number, all: number): void => shown.report(all === 0 ? 1 : done / all);
    const either = AbortSignal.any([closing, shown.cancelled]);
    await files?.sync(state.engine.store, state.engine.settings, { signal: either, progress });
  } finally {
    state.indexing = false;
    state.stopped = shown.cancelled.aborted;
    shown.done();
  }
}

/** The part of the settings that decides which files are sources. */
function choosesSources(settings: Settings): string {
  const { sourcesInclude, sourcesExclude, sourcesMaxFileSize, sourcesFields } = settings;
  return JSON.stringify([sourcesInclude, sourcesExclude, sourcesMaxFileSize, sourcesFields]);
}

/** Sources in a status; the tree of sources has them all. */
const mostListed = 200;

function folderStatus(place: Place, { engine, indexing, settingProblems }: State): FolderStatus {
  return {
    uri: place.uri,
    name: place.name,
    state: indexing ? 'indexing' : 'ready',
    pending: engine.store.pending,
    sourceCount: engine.store.count,
    sources: engine.store
      .sources()
      .slice(0, mostListed)
      .map(({ uri, path, title, published, authors, publisher, guessed }) => ({
        uri,
        path,
        title,
        authors,
        ...(published === undefined ? {} : { published }),
        ...(publisher === undefined ? {} : { publisher }),
        ...(guessed === undefined ? {} : { guessed }),
      })),
    problems: engine.store.problems(),
    settingProblems,
  };
}
