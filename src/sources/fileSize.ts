/** The reason given for a file that is too large to be read. Sizes are in bytes, shown in megabytes (10^6 bytes). */
export function tooLarge(size: number, maxBytes: number): string {
  return `is larger than ${megabytes(maxBytes)} (${megabytes(size)}); raise groundwork.sources.maxFileSize`;
}

/** A file just over the limit must not read "larger than 20 MB (20 MB)": decimals are added until it says something. */
function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  const digits = value >= 1 ? 1 : 4;
  return `${Number(value.toFixed(digits))} MB`;
}
