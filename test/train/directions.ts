/** What is known of the features before any training: which way each can speak, and which tell the data set, not the claim. */

const speaksFor =
  /^(?:coverage|share|soft3|alike3|lowest|contextMean|contextLow|pairsTogether|bigrams|trigrams|fragmentCoverage|fragmentDensity|fragmentLongest|common|firstFragment|fragmentSecond|order|headHere|headBest|tailHere|tailBest|headAndTail|tailLast|bond(?!Apart)|numberCompany|nameCompany|clause(?!s$)|verb(?:Known|Subject|Object))/;
const speaksAgainst =
  /^(?:missing|gone|heaviest|opposites|siblings|unrelated|longestGap|gapAt|strangeNumbers|contextNone|pairsApart|pairsTurned|strangers|swapNumbers|swapNames|swapOpposite|swapSibling|.*Alone$|.*Strange$|fragmentsPerWord|fragmentPassages|inversions|parity|jointsBack|jointsFar|jointsBad|headLost|subjectOther|bondApart|dropped(?:Not|May)|lost|seam(?:Verb|Preposition|Other|Bad))/;
/** Lengths and counts: they tell one data set from another better than a supported claim from an unsupported one. */
const tellsTheSet =
  /^(?:claimWords|claimContent|passages|bestWords|numbers|names|heavyPairs|chosen|fragments|fragmentLongestCount|bestBeyond|clauses|verbs|(?:negation|hedge|quantifier|turn)(?:Own|Best))$/;

/** 1 when more of the feature may only speak for support, -1 only against, 0 either way. */
export function directionOf(feature: string): number {
  return speaksFor.test(feature) ? 1 : speaksAgainst.test(feature) ? -1 : 0;
}

export function tellsTheClaim(feature: string): boolean {
  return !tellsTheSet.test(feature);
}
