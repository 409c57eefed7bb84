/**
 * A letter, for patterns of several words. The platform compiles `\p{L}` to hundreds of ranges each time it stands in a
 * pattern, which takes longer than a whole check; this is all that is no blank, figure, mark or sign of Western texts.
 */
export const letter = '[^\\s\\d!-/:-@\\[-`{-~\\u00a1-\\u00bf\\u2000-\\u206f\\u20a0-\\u20cf]';
