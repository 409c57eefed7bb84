/** The part of citeproc that is used. */
declare module 'citeproc' {
  type System = {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  };
  type Bibliography = readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  export class Engine {
    constructor(system: System, style: string, language?: string, forceLanguage?: boolean);
    updateItems(ids: readonly string[]): void;
    /** False for a style that has no bibliography. */
    makeBibliography(): Bibliography | false;
  }
}
