/** First names that say whether their bearer is a `she` or a `he`; those that go for both are left out. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter(Boolean));

export const women = set(
  `
  abigail ada adele agnes agnieszka aisha alice alicia alison allison amanda amber amelia amina amy angela
  angelique anita anja anke ann anna anne anneke annette annie antonia april arlene astrid audrey ayesha
  barbara barbra beatrice becky bella bernadette beth bethany betty bianca birgit birgitta bonnie bożena
  brenda bridget brigitte britney britta camila camille carla carmen carol carolyn carrie cassandra catherine cecilia
  celia celine chantal charlotte chelsea cheryl chloe christina christine cindy claire clara colleen connie constance
  cora corinne cynthia daisy daniela danielle daphne dawn debbie deborah debra delia delores denise desiree diane
  dolores donna doris dorothy edith edna eileen elaine eleanor elena elisa elise elizabeth ella ellen elsa elsie emily
  emma erica erika erin esme esther ethel eva eve evelyn ewa fatima faye felicity fiona florence frances francesca
  freya gabriela gabrielle gail gemma genevieve georgia geraldine gertrude gillian gina ginger gloria grace greta
  gretchen gudrun gwen gwendolyn halina hannah harriet hazel heather heidi heike helen helena helga henrietta
  hillary holly hope ida ilse imogen ines ingeborg ingrid irene irina iris isabel isabella isabelle ivanka jackie
  jacqueline jadwiga jana jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joan joanna
  joanne jodie johanna josephine josie joy joyce juanita judith judy julia julie juliet juliette karen karin karina
  katarzyna kate katherine kathleen kathryn kathy katie katja katrin katrina kayla keisha kimberly kirsten
  kirsty krista kristen kristin kristina krystyna lara latoya laura lauren leah leila lena leticia lillian lily linda
  lisa lois loretta lorraine louise lucia lucille lucy lydia lynne mabel madeleine madison magdalena
  maggie maisie mandy marcia margaret margarita margot marguerite maria marianne marie marilyn marina marisol
  marjorie marlene marta martha martina mary maureen maxine maya małgorzata megan meghan melania melissa mercedes
  meredith mia michaela michelle mildred millie minnie miranda miriam moira molly monica monika monique muriel myra
  nadia nadine nancy naomi natalia natalie natasha nerys nicole nikki nina noelle nora noreen norma odette olga olive
  olivia ophelia paige pam pamela patricia patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly
  priscilla priya rachael rachel ramona rebecca rebekah regina renate renee rhonda rita roberta rosa rosalie rosalind
  rose rosemary rosie roxanne ruth sabine sabrina sadie sally samantha sandra sara sarah saskia selena serena
  sharon sheila shelley sherry shirley silvia sinead siobhan solveig sonia sonja sophia sophie stacey
  stacy stella stephanie sue susan susanna susanne suzanne svetlana sybil sylvia tabitha tamara tammy tanya tara
  tatiana teresa tessa thelma theresa tina tracy trisha trudy ulrike ursula valentina valerie vanessa vera verity
  veronica vicky victoria viola violet virginia vivian vivienne wanda wendy wilhelmina willa winifred yasmin
  yolanda yvette yvonne zara zoe zofia`,
);

export const men = set(
  `
  aaron abdul abraham adam adrian ahmed al alan alastair albert albie alec aled alejandro alexander alfonso alfred
  alistair allan allen alvin amir andre andreas andrei andrew andy angus ansel anthony anton antonio archie arjun
  arnold artem arthur arturo asher axel barack barney barry bart bartholomew basil ben benjamin bernard bernie
  bertrand bill bjorn bob bobby boris brad brandon brendan brent brett brian bruce bryan byron caleb calvin
  carl carlos cecil cedric cesar chad charles chester christian christopher chuck ciarán clarence clark
  claude clay cliff clifford clint clive clyde cody colin conor conrad corey cornelius craig curtis cyril cyrus dale
  damian damon dan daniel danny darius darren darryl dave david dean declan dennis derek desmond dick diego dieter
  dirk dmitri dominic don donald doug douglas doyle duncan dustin dwayne dwight earl eddie edgar edmund eduardo edward
  edwin eli elias elijah elliot elliott elmer elon emil emilio emmanuel enrico enrique eric erik ernest ernie errol
  ervin esteban ethan eugene evan everett fabian felipe felix ferdinand fernando finn floyd francis francisco franco
  frank franklin fraser fred freddie frederick friedrich fritz gabriel gareth garrett gary gavin gene geoff geoffrey
  george gerald gerard gerhard gideon gilbert gilberto giles giovanni giuseppe glen glenn gordon graham grant greg
  gregory guillermo gus gustav guy günther hal hank hans harold harrison harry harvey hassan hector heinrich heinz
  helmut henri henrik henry herbert herman hiroshi homer horace horst howard hubert hugh hugo humphrey iain ian
  ibrahim ignacio igor irving isaac ismail ivan jack jacob jacques jaime jake jamal james jared jason jasper javier
  jay jed jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johann johannes
  john johnny jon jonas jonathan jordi jorge jose josef joseph josh joshua juan juergen julian julio julius
  jurgen justin jürgen kai kareem karl karsten keanu keir keith kelvin ken kenneth kent kevin kieran klaus kofi konrad
  kristian kurt kwame kyle lamar lance larry lars laurence lawrence leo leon leonard leonardo leroy lester lewis liam
  lionel lloyd lorenzo lothar louis luc luca lucas luigi luis lukas luke luther lyle malcolm manfred manuel marc
  marcel marco marcus marek mario marius mark martin marty marvin mateo mathias matt matteo matthew matthias maurice
  mauricio max maximilian mehmet melvin mervyn michael mick mickey miguel mike miles milo milton mitch mitchell
  mohamed mohammad mohammed morris moses muhammad murray nate nathan nathaniel ned neil nelson nicholas nick nico
  nicolas niels nigel nikolai nils noah norman olaf oliver omar orlando orson osama oscar otis otto ove owen
  pablo paolo pascal patricio patrick paul pavel pedro per percy perry pete peter phil philip phillip pierce pierre
  piers preston quentin quincy rafael ralf ralph ramon randall randy raul ray raymond reginald reinhard rex reza
  ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie
  rory ross roy rudolf rudy rufus rupert russ russell rusty ryan salvador samir samuel santiago scott sebastian
  serge sergei sergio seth shane shaun shawn sid sigmund simon spencer stan stanley stefan steffen stellan
  stephen steve steven stewart stu stuart sven syd tariq ted terence terrence theo theodore thierry thomas tim timothy
  tobias toby todd tom tommy tony torvald travis trevor tristan troy tucker tyler uwe valentin vernon victor viktor
  vince vincent virgil vito vladimir volodymyr wallace walt walter warren wayne wendell werner wesley wilbur wilfred
  wilhelm will willard william willie winston wolfgang yann yusuf zachary zack zane`,
);
