declare const GROUNDWORK_VERSION: string | undefined;

/** The package's version, put in by the bundler; a run from the sources has none. */
export const version = typeof GROUNDWORK_VERSION === 'undefined' ? 'unbundled' : GROUNDWORK_VERSION;
