import type { BlockKind } from './prose.ts';

/** What a LaTeX command does to the prose of its arguments. */
export type CommandKind =
  /** The command and its arguments are no prose. */
  | 'foreign'
  /** The first argument is no prose, the others are. */
  | 'styled'
  | 'link'
  | 'address'
  | 'quotation'
  | 'heading'
  | 'caption'
  | 'footnote'
  | 'item'
  | 'break'
  /** Only the command is no prose: `\emph{words}`, and every command not known here. */
  | 'wrapper';

/** What an environment makes of its content. */
export type EnvironmentKind = 'foreign' | 'verbatim' | 'tabular' | BlockKind;

/** The kind of a command by its name, without backslash and star. */
export function commandKind(name: string): CommandKind {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name] ?? 'wrapper';
  if (/cite/i.test(name) || /^[a-z]*ref$/i.test(name)) return 'foreign';
  return 'wrapper';
}

/** The kind of an environment by its name; undefined when its content is read like what stands around it. */
export function environmentKind(name: string): EnvironmentKind | undefined {
  const plain = name.replace(/\*$/, '');
  return Object.hasOwn(ENVIRONMENTS, plain) ? ENVIRONMENTS[plain] : undefined;
}

function all<Kind>(names: string, kind: Kind): [string, Kind][] {
  return names.split(' ').map(name => [name, kind]);
}

const COMMANDS: Readonly<Record<string, CommandKind>> = Object.fromEntries([
  ...all<CommandKind>(
    'label index glossary includegraphics input include includeonly subfile bibliography bibliographystyle ' +
      'addbibresource printbibliography usepackage documentclass newcommand renewcommand providecommand newenvironment ' +
      'newtheorem def let DeclareMathOperator vspace hspace vskip hskip setlength addtolength setcounter addtocounter ' +
      'pagestyle thispagestyle pagenumbering graphicspath hypersetup geometry author date affil institute thanks email ' +
      'color definecolor fontsize selectlanguage foreignlanguage linespread rule ensuremath footnotemark cline cmidrule ' +
      'multirow newacronym hyphenation lstinputlisting',
    'foreign',
  ),
  ...all<CommandKind>('textcolor colorbox parbox raisebox scalebox resizebox rotatebox hyperref', 'styled'),
  ...all<CommandKind>('part chapter section subsection subsubsection title subtitle paragraph subparagraph', 'heading'),
  ...all<CommandKind>('caption captionof subcaption', 'caption'),
  ...all<CommandKind>('footnote footnotetext endnote', 'footnote'),
  ...all<CommandKind>('enquote textquote blockquote', 'quotation'),
  ...all<CommandKind>('par newpage clearpage pagebreak maketitle tableofcontents bigskip medskip smallskip', 'break'),
  ['href', 'link'],
  ['url', 'address'],
  ['path', 'address'],
  ['item', 'item'],
]);

const ENVIRONMENTS: Readonly<Record<string, EnvironmentKind>> = Object.fromEntries([
  ...all<EnvironmentKind>('verbatim Verbatim lstlisting minted comment filecontents alltt', 'verbatim'),
  ...all<EnvironmentKind>(
    'equation align alignat gather multline flalign eqnarray displaymath math array tikzpicture algorithm algorithmic ' +
      'pgfpicture picture thebibliography',
    'foreign',
  ),
  ...all<EnvironmentKind>('tabular tabularx tabulary longtable tabbing', 'tabular'),
  ...all<EnvironmentKind>('quote quotation displayquote verse', 'blockquote'),
  ...all<EnvironmentKind>('itemize enumerate description', 'list-item'),
]);
