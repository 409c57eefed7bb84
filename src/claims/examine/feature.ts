/** One number of an examination, by its name. */
export type Feature = readonly [name: string, value: number];
