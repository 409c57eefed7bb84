import { readArguments, usage } from './arguments.ts';
import { check } from './check.ts';
import { evaluate } from './evaluate.ts';
import { find } from './find.ts';
import { type Output, terminalOutput } from './output.ts';
import { sources } from './sources.ts';
import { version } from './version.ts';

async function main(words: readonly string[], folder: string, output: Output): Promise<number> {
  const command = readArguments(words);
  if ('problem' in command) {
    output.talk(`${command.problem} (see groundwork --help)`);
    return 2;
  }
  switch (command.name) {
    case 'check':
      return check(command, folder, output);
    case 'find':
      return find(command, folder, output);
    case 'sources':
      return sources(command, folder, output);
    case 'eval':
      return evaluate(command, folder, output);
    case 'version':
      output.data(`${version}\n`);
      return 0;
    case 'help':
      output.data(usage);
      return 0;
  }
}

// The exit code is set rather than exit() called, so that a pipe gets all of the output; a reader that closed is no fault.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2), process.cwd(), terminalOutput());
