// The page of the Evidence view. What it shows comes as data and goes in as text, never as markup: a source may hold anything.
const editor = acquireVsCodeApi();
const main = document.getElementById('evidence');
const said = document.getElementById('said');
let words = {};

addEventListener('message', ({ data }) => {
  if (data.type === 'words') words = data.words;
  else if (data.type === 'show') show(data);
});
addEventListener('keydown', moveBetweenPassages);
editor.postMessage({ type: 'ready' });

function show({ state, card }) {
  const parts = state === 'card' ? cardParts(card) : emptyParts(state);
  main.replaceChildren(...parts);
  main.setAttribute('data-state', state);
  // Only the outcome is read out while the cursor moves; the rest is there to be read.
  said.textContent = state === 'card' ? `${card.headline}. ${card.reason}` : '';
  scrollTo(0, 0);
}

function emptyParts(state) {
  return [make('h2', { class: 'headline' }, say(state)), make('p', { class: 'hint' }, say(`${state}Hint`))];
}

function cardParts(card) {
  const heading = make('h2', { class: `headline verdict-${card.verdict}` }, card.headline);
  const thing = make('blockquote', { class: 'thing', 'aria-label': say(card.kind) }, card.words);
  const findings = card.findings.map(({ text, severity }) => make('p', { class: `finding ${severity}` }, text));
  const by = card.by === undefined ? [] : [make('p', { class: 'by' }, card.by)];
  const reason = make('p', { class: 'reason' }, card.reason);
  return [heading, reason, thing, ...findings, ...repairParts(card), ...passageParts(card), ...by];
}

function repairParts({ repairs }) {
  if (repairs.length === 0) return [];
  const buttons = repairs.map(({ title }, rank) => actionButton('repair', title, { type: 'repair', repair: rank }));
  return [make('div', { class: 'buttons' }, ...buttons)];
}

function passageParts({ kind, verdict, passages }) {
  // That no source has the words is said already.
  if (passages.length === 0) return verdict === 'not-found' ? [] : [make('p', { class: 'hint' }, say('noPassages'))];
  const actions = actionsFor(kind, verdict);
  const items = passages.map((passage, rank) => passageItem(passage, rank, passages.length, actions));
  return [make('h3', { id: 'passages' }, say('passages')), make('ol', { 'aria-labelledby': 'passages' }, ...items)];
}

/** What is quoted exactly is not to be put in once more, what is cited not to be cited. */
function actionsFor(kind, verdict) {
  if (kind === 'citation') return ['insert', 'open'];
  return kind === 'quotation' && verdict === 'exact' ? ['cite', 'open'] : ['insert', 'cite', 'open'];
}

function passageItem(passage, rank, count, actions) {
  const number = rank + 1;
  const facts = [passage.speaker, passage.title, passage.published, passage.publisher, passage.place];
  const label = say('passage', number, count);
  const offered = passage.cited ? actions.filter(type => type !== 'cite') : actions;
  return make(
    'li',
    {
      class: 'passage',
      tabindex: '0',
      'aria-label': [label, ...facts].filter(Boolean).join(', '),
      'aria-describedby': `words-${number}`,
    },
    make('p', { class: 'words', id: `words-${number}` }, ...passage.pieces.map(pieceNode)),
    ...changeParts(passage.changes),
    make('p', { class: 'source' }, facts.filter(Boolean).join(' · ')),
    make('div', { class: 'buttons' }, ...offered.map(type => button(type, rank))),
  );
}

function pieceNode({ text, mark }) {
  return mark === undefined ? document.createTextNode(text) : make('mark', { class: mark }, text);
}

function changeParts(changes) {
  if (changes.length === 0) return [];
  return [make('ul', { class: 'changes' }, ...changes.map(change => make('li', {}, ...changeNodes(change))))];
}

function changeNodes({ draft, source }) {
  if (draft === '') return [say('leftOut', source)];
  if (source === '') return [say('added', draft)];
  return [...marked('draftHas', 'del', draft), ' → ', ...marked('sourceHas', 'ins', source)];
}

/** Only the word itself is struck out or stands out, not what says whose it is. */
function marked(name, element, word) {
  const [before = '', after = ''] = (words[name] ?? '{0}').split('{0}');
  return [before, make(element, {}, word), after];
}

function button(type, passage) {
  const title = say(`${type}Title`, passage + 1);
  const made = actionButton(type, say(type), { type, passage });
  made.setAttribute('title', title);
  made.setAttribute('aria-label', title);
  return made;
}

function actionButton(name, label, message) {
  const made = make('button', { type: 'button', class: name }, label);
  made.addEventListener('click', () => editor.postMessage(message));
  return made;
}

/** Up and down go from passage to passage, Enter opens the one that has the focus. */
function moveBetweenPassages(event) {
  const passages = [...document.querySelectorAll('.passage')];
  const at = passages.indexOf(document.activeElement?.closest('.passage'));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && at >= 0) {
    event.preventDefault();
    passages[Math.min(Math.max(at + step, 0), passages.length - 1)].focus();
  } else if (event.key === 'Enter' && at >= 0 && document.activeElement === passages[at]) {
    event.preventDefault();
    editor.postMessage({ type: 'open', passage: at });
  }
}

function say(name, ...given) {
  return (words[name] ?? '').replace(/\{(\d)\}/g, (_, index) => String(given[index]));
}

/** An element; strings among the children are text. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
