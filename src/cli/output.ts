/** Where the command line writes: data to standard output, talk to standard error. */
export type Output = {
  readonly data: (text: string) => void;
  readonly talk: (line: string) => void;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
};

export function terminalOutput(): Output {
  return {
    data: text => void process.stdout.write(text),
    talk: line => void process.stderr.write(`groundwork: ${printable(line)}\n`),
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
}

export type Paint = (style: 'bold' | 'dim' | 'yellow' | 'blue' | 'red' | 'green', text: string) => string;

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 } as const;

export function painter(colour: boolean): Paint {
  return (style, text) => (colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}

/** Terminals act on control characters; a source's text is data. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** `1 source`, `2 sources`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
