/** The same sentences and queries through other search libraries, as ratios within one run. */
import sqlite from '@sqlite.org/sqlite-wasm';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { buildIndex } from './growth.ts';
import { allSentences, cutArticles, sampleSentences, typedSoFar } from './library.ts';
import { at, figure, memory, spent, timed } from './measure.ts';

export type Rival = {
  readonly name: string;
  /** Takes the sentences in; gives how a sentence and how an unfinished query are asked. */
  readonly build: (list: readonly string[]) => {
    readonly whole: (query: string) => unknown;
    readonly typed: (query: string) => unknown;
  };
};

const limit = 50;

export const miniSearch: Rival = {
  name: 'minisearch',
  build: list => {
    const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    mini.addAll(list.map((text, id) => ({ id, text })));
    return {
      whole: query => mini.search(query).slice(0, limit),
      typed: query => mini.search(query, { prefix: (_, i, terms) => i === terms.length - 1 }).slice(0, limit),
    };
  },
};

export const flexSearch: Rival = {
  name: 'flexsearch',
  build: list => {
    const flex = new Index({ tokenize: 'forward' });
    list.forEach((text, id) => {
      flex.add(id, text);
    });
    const ask = (query: string) => flex.search(query, { limit, suggest: true });
    return { whole: ask, typed: ask };
  },
};

export const fuse: Rival = {
  name: 'fuse.js',
  build: list => {
    const matcher = new Fuse(list, { ignoreLocation: true, threshold: 0.4 });
    const ask = (query: string) => matcher.search(query, { limit });
    return { whole: ask, typed: ask };
  },
};

const lunrRival: Rival = {
  name: 'lunr',
  build: list => {
    const index = lunr(function () {
      this.ref('id');
      this.field('text');
      list.forEach((text, id) => {
        this.add({ id, text });
      });
    });
    const plain = (query: string) => query.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim();
    return {
      whole: query => index.search(plain(query)).slice(0, limit),
      typed: query => index.search(`${plain(query)}*`).slice(0, limit),
    };
  },
};

/** SQLite compiled to WebAssembly: nothing to compile where it is installed, and slower than the native one. */
async function sqliteRival(): Promise<Rival> {
  const { oo1 } = await sqlite();
  return {
    name: 'SQLite FTS5 (wasm)',
    build: list => {
      const database = new oo1.DB();
      database.exec("create virtual table sentences using fts5(text, tokenize = 'unicode61')");
      database.transaction(() => {
        const insert = database.prepare('insert into sentences values (?)');
        for (const text of list) insert.bind([text]).stepReset();
        insert.finalize();
      });
      const select = database.prepare('select rowid from sentences where sentences match ? order by rank limit ?');
      const ask = (match: string): unknown[] => {
        const rows: unknown[] = [];
        select.bind([match, limit]);
        while (select.step()) rows.push(select.get(0));
        select.reset();
        return rows;
      };
      const words = (query: string) => (query.match(/[\p{L}\p{N}]+/gu) ?? ['a']).map(word => `"${word}"`).join(' OR ');
      return { whole: query => ask(words(query)), typed: query => ask(`${words(query)}*`) };
    },
  };
}

/** Builds and asks each over the sentences of so many articles, and prints times and ratios to ours. */
export async function compareWithRivals(articles: number): Promise<void> {
  const cut = cutArticles(articles);
  const list = allSentences(cut);
  const sentences = sampleSentences(cut, 100);
  const ours: Rival = {
    name: 'Groundwork',
    build: () => {
      const index = buildIndex(cut);
      return {
        whole: query => index.search(query, { limit }),
        typed: query => index.search(query, { limit, prefix: true }),
      };
    },
  };
  console.log(`\nThe same ${list.length} sentences in other libraries, and how many times our figure that is\n`);
  const columns = ['build ms', 'memory MB', 'sentence ms', 'prefix ms'];
  console.log(`${''.padEnd(20)}${columns.map(column => column.padStart(20)).join('')}`);
  let first: readonly number[] | undefined;
  for (const rival of [ours, miniSearch, flexSearch, fuse, lunrRival, await sqliteRival()]) {
    const figures = measureRival(rival, list, sentences);
    first ??= figures;
    const base = first;
    const cells = figures.map((value, i) => `${figure(value)} (x${figure(value / (base[i] || 1))})`.padStart(20));
    console.log(`${rival.name.padEnd(20)}${cells.join('')}`);
  }
}

function measureRival({ build }: Rival, list: readonly string[], sentences: readonly string[]): number[] {
  const before = memory();
  const { result: ask, ms } = spent(() => build(list));
  const size = memory() - before;
  const whole = at(timed(sentences, ask.whole, 3000), 0.5);
  const typed = at(timed(sentences.map(typedSoFar), ask.typed, 3000), 0.5);
  return [ms, size, whole, typed];
}
