const name = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|Lt|Gen)\.\s+)?\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ](?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|van|von|der|bin|al|\d{1,2})){0,4}`;
const time = String.raw`[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d{1,3})?[\])]?`;

/** `[00:01:23] JANE DOE (off camera): …`, `JANE DOE [00:01:23]: …`. */
const turn = new RegExp(
  String.raw`^(?:${time}\s*[-–]?\s*)?(${name})(?:\s*${time}|\s*\([^()]{1,40}\)){0,3}\s*:(?:\s+|$)`,
  'u',
);
/** `Jane Doe  0:12`, the words on the lines below. */
const headed = new RegExp(String.raw`^(${name})\s+${time}\s*$`, 'u');

/** Words that stand before a colon without being anybody's name. */
const noName =
  /^(?:Note|Notes|Date|Time|Title|Subject|From|To|Cc|Re|Author|Source|Url|Updated|Published|Summary|Example|Warning|Correction|Editor's note|Read more|Photo|Image|Video|Location|Contact|Tel|Phone|Email|Website|Chapter|Part|Section|Act|Scene|Figure|Table|Step|Tags|Topics|Https?|Attendees|Participants|Transcript|Duration|Host|Guest)$/i;

export type SpeakerTurn = { readonly speaker: string; readonly text: string; readonly time?: string };

/** Who begins to speak in a line of a transcript, and the words behind the name; undefined for any other line. */
export function speakerTurn(line: string): SpeakerTurn | undefined {
  const match = turn.exec(line.slice(0, 200));
  if (match) {
    const [whole, before, speaker = '', after] = match;
    if (noName.test(speaker)) return undefined;
    return { speaker: unshouted(speaker), text: line.slice(whole.length).trim(), ...timed(before ?? after) };
  }
  const heading = headed.exec(line.slice(0, 100));
  return heading ? { speaker: unshouted(heading[1] ?? ''), text: '', ...timed(heading[2]) } : undefined;
}

/** A name in capitals as people write it: `MS O'BRIEN` -> `Ms O'Brien`; a short word without a vowel (`NPR`, `Q`) and what is not all capitals stay. */
export function unshouted(label: string): string {
  if (label !== label.toUpperCase() || label.replace(/\P{L}/gu, '').length < 3) return label;
  return label.replace(/\p{L}[\p{L}\p{M}]*/gu, word =>
    /^(?:MR|MRS|MS|DR|SR|JR|ST|LT)$/.test(word) || (/[AEIOUYÀ-Ý]/.test(word) && word.length > 1)
      ? word.slice(0, 1) + word.slice(1).toLowerCase()
      : word,
  );
}

function timed(time: string | undefined): { readonly time?: string } {
  return time === undefined
    ? {}
    : { time: time.split(':').length === 3 ? time.padStart(8, '0') : `00:${time.padStart(5, '0')}` };
}
