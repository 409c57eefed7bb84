import { parseInPieces } from './parseInPieces.ts';

export type XmlEvents = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(data: string): void;
  close?(name: string): void;
};

/**
 * Reads XML as a stream of events: names with their prefixes as written, the five entities of XML and numbered ones
 * resolved. Other entities and document types are not looked at, so nothing is ever fetched or multiplied; nesting costs
 * no stack. Never throws. Answers whether every element was closed.
 */
export function readXml(xml: Uint8Array | string, events: XmlEvents): boolean {
  let complete = true;
  let ended = false;
  parseInPieces(
    typeof xml === 'string' ? xml : decodeXml(xml),
    {
      onopentag: (name, attributes) => events.open?.(name, attributes),
      ontext: data => events.text?.(data),
      onclosetag: name => {
        if (ended) complete = false;
        events.close?.(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
    {
      ended: () => {
        ended = true;
      },
    },
  );
  return complete;
}

/** XML is UTF-8 unless a byte order mark or its declaration says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
