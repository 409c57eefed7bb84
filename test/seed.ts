/**
 * Before all tests: those of properties try the same examples in every run, so that a run tells of the code and of nothing
 * else. SEED=7 tries others, SEED=random others each time.
 */
import fc from 'fast-check';

const { SEED: seed = '1' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
