/** What to do with files of kinds that cannot be read, by their extensions. */
const advice: readonly { readonly extensions: string; readonly say: (extension: string) => string }[] = [
  {
    extensions: 'doc dot wpd wps pages',
    say: of => `is a document of another program (${of}); save it as .docx or PDF`,
  },
  {
    extensions: 'fodt ott dotx docm',
    say: of => `is a document of a kind that cannot be read (${of}); save it as .odt or .docx`,
  },
  { extensions: 'xls xlsx xlsm ods numbers', say: () => 'is a spreadsheet; save its sheet as .csv' },
  { extensions: 'ppt pptx odp key', say: () => 'is a presentation; save it as PDF' },
  {
    extensions: 'mobi azw azw3 kfx fb2 djvu',
    say: of => `is a book of a kind that cannot be read (${of}); convert it to .epub or PDF`,
  },
  { extensions: 'msg pst mbox', say: () => 'is mail of a kind that cannot be read; save its letters as .eml' },
  {
    extensions: 'webarchive warc maff',
    say: () => 'is a web page of a kind that cannot be read; save the page as .mhtml or .html',
  },
  {
    extensions: 'png jpg jpeg jpe jfif gif webp tif tiff bmp heic heif avif svg',
    say: () => 'is a picture; if it shows words, run text recognition (OCR) on it and save them as PDF or text',
  },
  {
    extensions: 'mp3 m4a wav ogg oga opus flac aac wma mp4 m4v mov avi mkv webm mpg mpeg wmv',
    say: () => 'is a recording; put its transcript beside it (.txt, .srt or .vtt)',
  },
  { extensions: 'zip rar 7z gz tgz tar bz2 xz', say: () => 'is an archive; unpack it' },
  {
    extensions: 'ttml dfxp sbv ass ssa lrc',
    say: of => `is a transcript of a kind that cannot be read (${of}); save it as .srt or .vtt`,
  },
  {
    extensions: 'tex typ rst org adoc xml',
    say: of => `is text of a kind that cannot be read (${of}); save a copy as .txt, .md or .html`,
  },
  { extensions: 'part crdownload download tmp', say: () => 'is a download that did not end; download it again' },
];

const byExtension = new Map(
  advice.flatMap(({ extensions, say }) => extensions.split(' ').map(name => [name, say] as const)),
);

/** Why a file is not read whose kind no reader knows, and what to do about it. */
export function otherKind(path: string): string {
  const extension = /[^./\\]\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined) return 'has no ending that says what it is; add one, for example .txt';
  const say = byExtension.get(extension);
  return say ? say(`.${extension}`) : `is of a kind that cannot be read (.${extension}); save it as text, PDF or .docx`;
}
