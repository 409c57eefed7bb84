declare const GROUNDWORK_READERS: string | undefined;

/** Grows with every change of how a cache is written. */
const format = 2;

/**
 * A cache of another version is not used: what is in it was written differently, or read by other readers. The bundles
 * carry a fingerprint of everything that decides what is read from a file (esbuild.js), so that nobody has to remember.
 */
export const cacheVersion = `${format}-${typeof GROUNDWORK_READERS === 'string' ? GROUNDWORK_READERS : 'development'}`;
