/** Small closed word classes that tell where a name or a description of a person ends. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const pronouns = set('he she they it we i you who');

/** Stand before a name and are no part of it. Compared in lower case, without a full stop. */
export const titles = set(
  `mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor gen general col colonel
  lt lieutenant sgt sergeant capt captain maj major adm admiral cmdr commander president vice prime minister chancellor secretary
  mayor judge justice sir lord lady dame king queen prince princess pope archbishop bishop cardinal rabbi imam reverend rev sheriff
  speaker ambassador attorney former ex-president then-president first candidate nominee chairman chairwoman chair director
  spokesman spokeswoman spokesperson reporter correspondent host anchor author actor actress singer coach detective officer
  councilman councilwoman councilmember assemblyman comrade chef dame officer deputy superintendent sens reps messrs retired rear
  commissioner treasurer sister brother father hon honorable herr frau monsieur madame mme mlle señor señora sr sra signor signora`,
);

/** What an office ends in: with an article before them they name nobody, however big they are written. */
export const officeNouns = set(
  `secretary minister chancellor president mayor governor executive constable commissioner leader premier speaker ambassador
  director chairman chairwoman chair chairperson officer superintendent inspector sergeant general prosecutor ombudsman treasurer
  bishop archbishop dean provost rector principal king queen pope prince princess judge justice senator congressman congresswoman
  vice-president deputy`,
);

/** Begin a phrase that is no part of the subject before it. */
export const prepositions = set(
  `of in on at to for from with by about after before during as over under into onto through via since until till against among
  between around near outside inside despite upon within without toward towards following per amid alongside behind beside
  concerning regarding`,
);

/** Begin a clause of its own. */
export const conjunctions = set(
  'when while because although though if unless whereas where that whether how why but so yet once',
);

export const relatives = set('who which whose whom that');

export const determiners = set(
  'the a an one another his her their its our my your some several many this that these those each every both',
);

/** Stand between a subject and its verb. */
export const adverbs = set(
  `also later then once still again even often recently soon quickly further ever never now just only simply first finally
  eventually initially already earlier reportedly repeatedly always sometimes meanwhile nonetheless nevertheless however instead
  today yesterday tomorrow tonight himself herself itself themselves famously publicly bluntly flatly have has had is was are were
  be been being will would could should may might must can did does do not didn't doesn't n't himself monday tuesday wednesday
  thursday friday saturday sunday`,
);

/** Verbs that show that a clause has begun. */
export const auxiliaries = set(
  'have has had is was are were be been will would could should may might must can did does do',
);

/** Verbs whose subject speaks the quoted words woven into the sentence: `Lind called it “a step”`. */
export const namingVerbs = set(
  `called calls calling described describes describing dubbed dubs dubbing labeled labelled labels labeling termed terms branded
  expressed expresses expressing voiced voices praised praises denounced denounces characterized characterised hailed hails
  dismissed dismisses dismissing derided derides deriding ridiculed ridicules condemned condemns condemning`,
);

/** Capitalised, but never somebody's name. */
export const notNames = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december but and or so yet then now still also when while if as asked according in on at for after before during the a an
  his her their its this that these those there here it he she they we i you who what why how where some many most all both one
  another other others two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens scores half several few even just only later earlier meanwhile however instead not no yes well
  wait look see listen more here's there's okay ok please thanks thank read watch update editor's note related speaking writing responding referring twitter facebook instagram because since although though from to by with without
  va md calif fla conn ill mich minn wis tenn ariz colo okla ga ky nev
  jak none nobody does did do is are was were can could my our your either neither everyone everybody
  additionally interestingly finally recently separately similarly eventually ultimately currently previously subsequently notably
  importantly surprisingly unfortunately fortunately apparently reportedly allegedly specifically generally typically basically clearly
  obviously certainly initially originally lastly firstly secondly thirdly consequently accordingly conversely alternatively nevertheless
  nonetheless furthermore moreover besides indeed thus therefore hence afterwards afterward elsewhere overall today yesterday tomorrow tonight`,
);

/** Common nouns and adjectives that go on with a name (`Trump supporters`) or lead up to one (`Republican presidential candidate`). */
export const personNouns = set(
  `aide aides supporter supporters spokesman spokeswoman spokesperson spokesmen adviser advisor advisers advisors official officials
  campaign press senior chief manager managers ally allies member members leader leaders secretary director candidate candidates
  nominee editor reporter correspondent strategist strategists consultant consultants lawyer lawyers attorney attorneys president
  professor chairman chairmen chairwoman senator senators mayor police researcher researchers analyst analysts economist economists
  delegate delegates donor donors backer backers surrogate surrogates staffer staffers confidant source sources operative
  operatives lawmaker lawmakers host anchor columnist presidential congressional gubernatorial senatorial deputy national political
  policy communications foreign vice frontrunner front-runner rival hopeful contender congressman congresswoman governor star actor
  actress author historian commentator pundit judge businessman businesswoman billionaire mogul founder co-founder owner executive
  activist activists organizer organizers scientist scientists expert experts advocate advocacy coordinator treasurer pollster
  speechwriter photographer producer writer student teacher nurse doctor farmer veteran voter voters resident residents minister
  ambassador general colonel pastor bishop sheriff commissioner superintendent spokespeople representative representatives fellow
  partner scholar boss skipper striker midfielder defender goalkeeper coach player captain detective officer investigator prosecutor`,
);
