/** Text files from before Unicode, which say of themselves neither what they are nor where they come from. */
import assert from 'node:assert/strict';
import { read } from './readers/read.ts';

/** What a text is in an encoding: TextEncoder writes UTF-8 only, so every byte and pair of bytes is looked up. */
function encode(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number[]>();
  const note = (code: number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if (!bytes.has(character)) bytes.set(character, code);
  };
  for (let first = 0; first < 256; first++) note([first]);
  for (let first = 0x81; first < 255; first++) for (let second = 0x40; second < 255; second++) note([first, second]);
  return Uint8Array.from([...text].flatMap(character => bytes.get(character) ?? [0x3f]));
}

const texts: Readonly<Record<string, string>> = {
  'windows-1254':
    'Eski köprü on bir hafta boyunca kapalı olacak, yetkililer açıkladı. Şehirde yaşayanlar için vapur çalışacak.',
  shift_jis: '港の古い橋は四月から閉鎖されると当局が発表した。「ほかの方法はすべて検討しました」と部長は述べた。',
  'euc-jp': '港の古い橋は四月から閉鎖されると当局が発表した。「ほかの方法はすべて検討しました」と部長は述べた。',
  gb18030: '西港的旧桥将从四月起关闭十一周，港务局周一宣布。我们研究了所有其他办法，工程主任说。',
  big5: '西港的舊橋將從四月起關閉十一週，港務局週一宣布。我們研究了所有其他辦法，工程主任說。',
  'euc-kr': '서쪽 항구의 오래된 다리가 사월부터 폐쇄된다고 당국이 월요일 밝혔다. 다른 방법은 모두 검토했다고 말했다.',
  'koi8-r': 'Старый мост закроют на одиннадцать недель с апреля, сообщили в понедельник портовые власти.',
  'windows-1251': 'Старый мост закроют на одиннадцать недель с апреля, сообщили в понедельник портовые власти.',
  'windows-1253': 'Η παλιά γέφυρα θα κλείσει για έντεκα εβδομάδες από τον Απρίλιο, ανακοίνωσαν οι αρχές του λιμανιού.',
  'windows-1255': 'הגשר הישן ייסגר לאחד עשר שבועות החל באפריל, הודיעו ביום שני רשויות הנמל והעירייה של העיר.',
  'windows-1250':
    'Stary most zostanie zamknięty na jedenaście tygodni, poinformowały władze, a prom będzie bezpłatny i częsty: stanął.',
};

describe('text in an encoding from before Unicode', () => {
  it('is read as what it is when there are but a few words', async () => {
    const czech =
      'Starý most bude od dubna uzavřen, oznámily úřady. Ředitelka řekla, že všechno ostatní už zvážili ve městě.';
    assert.equal((await read('a.txt', encode('windows-1250', czech))).text, czech);
    const russian = 'Мост закрыт на ремонт.';
    assert.equal((await read('a.txt', encode('windows-1251', russian))).text, russian);
  });

  for (const [label, text] of Object.entries(texts))
    it(`is read as what it is: ${label}`, async () => {
      const { source, problems } = await read('a.txt', encode(label, text));
      assert.equal(source?.text, text);
      assert.deepEqual(problems, []);
    });

  const western = [
    'Der Bürgermeister erklärte, die Brücke müsse für elf Wochen gesperrt werden; größere Schäden gebe es nicht.',
    'La mairie a décidé de fermer le pont à la circulation dès avril, après l’été précédent. Élu où ? Ça dépend.',
    'El alcalde anunció que el puente permanecerá cerrado once semanas. ¿Habrá barcos? «Sí», respondió la señora Núñez.',
    'ÉLÉMENTS NÉCESSAIRES À LA SÉCURITÉ DÉJÀ VÉRIFIÉS',
    'Broen må være stengt i elleve uker, sa ordføreren på tirsdag; båten går både tidlig og sent på kvelden, også søndag.',
    'A pipe of 3 m³ per second, said the engineer, “more or less”.',
  ];
  it('is not taken for another one when it is Western European, at any length', async () => {
    for (const text of western)
      for (let end = 4; end <= text.length; end += 3) {
        const bytes = Uint8Array.from([...text.slice(0, end)].map(windows1252));
        assert.equal((await read('a.txt', bytes)).text, text.slice(0, end));
      }
  });

  it('is UTF-16 without a byte order mark, either way round', async () => {
    const text = 'The bridge will close for eleven weeks – “for good reason”.';
    const little = new Uint8Array(Uint16Array.from([...text].map(c => c.charCodeAt(0))).buffer);
    const big = little.map((_, i) => little[i ^ 1] ?? 0);
    for (const bytes of [little, big]) assert.equal((await read('a.txt', bytes)).text, text);
  });
});

function windows1252(character: string): number {
  const beyond: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };
  return beyond[character] ?? character.charCodeAt(0);
}
