// Mocha's spec reporter, which also writes how many tests passed and failed to the file that HARNESS_COUNTS names.
// CommonJS, as the extension host needs it.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats ?? {};
      const file = process.env.HARNESS_COUNTS;
      if (file)
        writeFileSync(file, JSON.stringify({ passed: passes ?? 0, failed: failures ?? 0, pending: pending ?? 0 }));
    });
  }
}

module.exports = CountingReporter;
