/**
 * The reason given for a file that is too large to be read. Sizes are in bytes, shown in megabytes (10^6 bytes), with as
 * many decimals as it takes to tell them apart: "larger than 20 MB (20 MB)" would help nobody.
 */
export function tooLarge(size: number, maxBytes: number): string {
  let digits = 1;
  while (digits < 6 && megabytes(size, digits) === megabytes(maxBytes, digits)) digits++;
  const [actual, limit] = [megabytes(size, digits), megabytes(maxBytes, digits)];
  return `is larger than ${limit} (${actual}); raise groundwork.sources.maxFileSize`;
}

/** The reason given for a file that is too large for what its format is made for. */
export function tooLargeForFormat(size: number, maxBytes: number): string {
  return `is larger than files of its kind can be (${megabytes(size, 1)}, at most ${megabytes(maxBytes, 1)}); split it into parts`;
}

function megabytes(bytes: number, digits: number): string {
  return `${Number((bytes / 1e6).toFixed(digits))} MB`;
}
